import { familyName, nameWords, sameName } from './names.ts';

/**
 * People of an article by their family name, as far as it has been read. A family name that two
 * people share is nobody's: who is meant is not said by the name alone.
 */
export class FamilyNames {
  private readonly people = new Map<string, string | null>();

  /** Somebody is named in full. */
  meet(name: string): void {
    const words = nameWords(name);
    const family = familyName(words);
    if (family === null) return;
    const held = this.people.get(family);
    const other = held !== undefined && (held === null || !sameName(nameWords(held), words));
    this.people.set(family, other ? null : (held ?? name));
  }

  /** The full name of the only one with this family name, as it was first met; null where nobody is known. */
  only(family: string): string | null {
    const [word, ...more] = nameWords(family);
    return word === undefined || more.length > 0 ? null : (this.people.get(word) ?? null);
  }
}
