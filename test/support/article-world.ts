import type { Anchor } from '#core/model/anchor.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { anchorOf, CaseWorld } from './case-world.ts';

/** The document the tests work on: an enumeration, quotations, two voices. */
export const TEXT =
  'Sami Fourati said leaders fled. The group included “Amer Al-Naklawi – Yousef Orfali – Al-Espani”, ' +
  'all of them prominent. It was revealed that spies went to Turkey. They came back to Deir Ezzor in July.';

/** A case with one document and shorthands for what tests need in it. */
export class ArticleWorld extends CaseWorld {
  constructor(actor = 'founder') {
    super(actor);
    this.document('doc', TEXT);
  }

  anchor(words: string): Anchor {
    return anchorOf('doc', TEXT, words);
  }

  /** Makes a claim from these words; its id is the id given. */
  claim(id: string, words = 'leaders fled'): string {
    this.run(makeClaim, { id, anchors: [this.anchor(words)] });
    return id;
  }

  person(id: string, name = id, more: Parameters<typeof addParty>[1]['fields'] = {}): string {
    this.run(addParty, { id, fields: { names: [{ text: name, script: 'latin', kind: 'name' }], ...more } });
    return id;
  }

  /** Attaches a quotation that bears on a claim. */
  evidence(
    id: string,
    claimId: string | null,
    stance: 'supports' | 'contradicts' | 'background' = 'supports',
    originId: string | null = null,
  ): string {
    const item = { id, kind: 'quotation' as const, fields: { text: `Words of ${id}`, originId } };
    this.run(attachEvidence, { items: [item], bearing: claimId === null ? null : { claimId, stance } });
    return id;
  }
}
