import type { Outgoing } from './outgoing.ts';

/** What becomes of a value that leaves. `itemId`: the item it is a field of. */
export type Rule<T> = (value: T, out: Outgoing, itemId: string) => T;

/** A rule for every field: one that is forgotten does not compile. */
export type Rules<T> = { readonly [F in keyof T]-?: Rule<T[F]> };

/** Ids, numbers, dates, words of a fixed list: nothing a person writes. */
export const keep = <T>(value: T): T => value;

/** The reference of an item. */
export const reference: Rule<string> = (ref, out, itemId) => out.ref(ref, itemId);
export const own: Rule<string> = (text, out) => out.own(text);
export const quoted: Rule<string> = (text, out) => out.quoted(text);
export const link: Rule<string | null> = (url, out) => (url === null ? null : out.link(url));

/** Never leaves. */
export const nothing: Rule<string | null> = (text, out) => {
  if (text !== null) out.touched += 1;
  return null;
};

export const maybe =
  <T>(rule: Rule<T>): Rule<T | null> =>
  (value, out, itemId) =>
    value === null ? null : rule(value, out, itemId);

export const list =
  <T>(rule: Rule<T>): Rule<readonly T[]> =>
  (values, out, itemId) =>
    values.map((value) => rule(value, out, itemId));

/** Field by field; a field that no rule knows (of a newer version) does not leave. */
export function shape<T extends object>(rules: Rules<T>): Rule<T> {
  const names = Object.keys(rules) as (keyof T)[];
  return (value, out, itemId) => {
    const left: Partial<T> = {};
    for (const name of names) {
      if (Object.hasOwn(value, name)) left[name] = rules[name](value[name], out, itemId);
    }
    return left as T;
  };
}
