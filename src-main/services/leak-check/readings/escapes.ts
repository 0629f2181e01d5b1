import { decodeHTML } from 'entities';

/** Percent-encoding as people read it (RFC 3986, 2.1); what is no UTF-8 stays as it stands. */
export const percent = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/giu, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });

const character = (hex: string, whole: string): string => {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
};

/** Escapes of scripts and of JSON: `\u00fc`, `\u{fc}`, `\xfc`, `\n` (ECMA-262, 12.9.4). */
const script = (text: string): string =>
  text.replaceAll(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[nrt])/gu,
    (whole, braced?: string, four?: string, two?: string) => {
      const hex = braced ?? four ?? two;
      return hex === undefined ? ' ' : character(hex, whole);
    },
  );

/** Escapes of style sheets: `\fc ` or `\0000fc` (CSS Syntax 3, 4.3.7). */
const style = (text: string): string =>
  text.replaceAll(/\\([0-9a-f]{1,6})\s?/giu, (whole, hex: string) => character(hex, whole));

/** Character references of HTML and XML, named ones among them. */
export const references = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);

/** Ways to write a letter by other letters, each undone apart from the others. */
export const ESCAPES: readonly ((text: string) => string)[] = [percent, script, style, references];
