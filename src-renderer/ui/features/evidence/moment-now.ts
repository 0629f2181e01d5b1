/** A moment in the person's time zone with its offset, ISO 8601 to the minute: `2026-12-01T14:05+03:00`. */
export function momentText(date: Date): string {
  const pad = (number: number): string => String(Math.abs(number)).padStart(2, '0');
  const offset = -date.getTimezoneOffset();
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.trunc(offset / 60))}:${pad(offset % 60)}`;
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}${zone}`;
}
