import type { Change } from '#core/journal/entry.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { scriptOf, searchableNames } from '#core/model/names.ts';
import type { Part, Party } from '#core/model/party.ts';
import { create, update } from './change.ts';

/** Somebody by name, as an article has it. */
export type Named = { readonly name: string; readonly kind: Party['kind'] };

type New = Named & { readonly parts: Set<Part>; role: string | null };

/**
 * Parties by their exact names; those nobody knows are made, each once. Never by a part of a name:
 * two people can share a surname.
 */
export class NamedParties {
  private readonly state: CaseState;
  private readonly newId: () => string;
  private readonly known = new Map<string, Set<string>>();
  private readonly made = new Map<string, New>();
  private readonly more = new Map<string, Set<Part>>();

  constructor(state: CaseState, newId: () => string) {
    this.state = state;
    this.newId = newId;
    for (const party of state.party.values())
      for (const name of searchableNames(party)) this.knowAs(name, party.id);
  }

  /** Id of the party of this name, made if need be; null when several have it, and nobody may guess. */
  idOf({ name, kind }: Named, part: Part | null, role: string | null): string | null {
    const ids = this.known.get(name);
    if (ids && ids.size > 1) return null;
    const [held] = ids ?? [];
    const id = held ?? this.newId();
    if (held === undefined) {
      this.knowAs(name, id);
      this.made.set(id, { name, kind, parts: new Set(), role: null });
    }
    const made = this.made.get(id);
    if (made) made.role ??= role;
    if (part) this.take(id, part, made);
    return id;
  }

  /** Everything that has to be made or changed so that these parties are there. */
  changes(): Change[] {
    const made = [...this.made].map(([id, { name, kind, parts, role }]) =>
      create('party', id, {
        kind,
        names: [{ text: name, script: scriptOf(name), kind: 'name' }],
        parts: [...parts],
        role,
      }),
    );
    const changed = [...this.more].flatMap(([id, parts]) => {
      const party = this.state.party.get(id);
      return party ? update('party', party, { parts: [...new Set([...party.parts, ...parts])] }) : [];
    });
    return [...made, ...changed];
  }

  private knowAs(name: string, id: string): void {
    const ids = this.known.get(name);
    if (ids) ids.add(id);
    else this.known.set(name, new Set([id]));
  }

  private take(id: string, part: Part, made: New | undefined): void {
    if (made) made.parts.add(part);
    else this.more.set(id, (this.more.get(id) ?? new Set()).add(part));
  }
}
