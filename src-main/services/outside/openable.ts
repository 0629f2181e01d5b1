/**
 * Endings that another program shows: pictures, sound, video, PDF, plain text, office files. Programs
 * and scripts would run, and web pages (HTML, SVG, MHTML) would fetch what they name: none of these.
 */
const SHOWN =
  /\.(jpe?g|png|gif|webp|avif|bmp|tiff?|heic|mp4|m4v|mov|webm|mkv|avi|mpe?g|3gp|mp3|m4a|aac|ogg|oga|opus|wav|flac|amr|pdf|txt|csv|docx|xlsx|pptx|odt|ods|odp|rtf)$/i;

const LONGEST = 80;

/**
 * The name a copy of this file gets, or null for a kind that is not opened outside. Only letters,
 * digits and a few signs stay: a name may not lead elsewhere, hide its ending or turn its direction.
 */
export function copyName(name: string): string | null {
  const ending = SHOWN.exec(name)?.[0].toLowerCase();
  if (ending === undefined) return null;
  const stem = name
    .slice(0, name.length - ending.length)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${[...stem].slice(0, LONGEST).join('') || 'evidence'}${ending}`;
}
