/** Today where the person is, ISO 8601 date. */
export const todayHere = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());
