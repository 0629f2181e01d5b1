import { describe, expect, it } from 'vitest';
import { propose } from '#core/extraction/propose.ts';

/** Each claim with its voice and whoever says it. */
const claims = (text: string) => {
  const { claims: found, speakers } = propose(text);
  return found.map(({ statement, voice, speaker }) => [
    statement,
    voice,
    speaker === null ? null : (speakers[speaker]?.name ?? null),
  ]);
};

describe('what is claimed', () => {
  it.each([
    'Nadia Haddad denied that the doors were locked in May.',
    'The study did not prove that the doors were locked in May.',
    'The firm never said that the doors were locked in May.',
    'The firm declined to say whether the doors were locked in May.',
    'نفى وزير الصحة أن تكون الأبواب أغلقت في الليل.',
  ])('of a denial is the denial, as the article tells it: %s', (text) => {
    expect(claims(text)).toEqual([[text, 'narration', null]]);
  });

  it.each([
    ['Nadia Haddad called for an inquiry into the fire of May.', 'Nadia Haddad'],
    ['Researchers estimated the loss at 30 percent of the harvest.', 'Researchers'],
    ['The minister hailed the “best harvest of the decade” in Hama.', 'The minister'],
  ])('of words without a verb holds who says them: %s', (text, who) => {
    expect(claims(text)).toEqual([[text, 'indirect', who]]);
  });

  it('of words that state something is those words alone', () => {
    expect(claims('Nadia Haddad said that the bridge was closed in May.')).toEqual([
      ['The bridge was closed in May.', 'indirect', 'Nadia Haddad'],
    ]);
  });

  it('is nothing where a word or two are quoted and all else says by whom', () => {
    expect(claims('“I guessed,” Nadia Haddad, who runs the clinic in Hama, said.')).toEqual([]);
  });

  it.each(['LAKEPORT (Wire) — ', 'LAKEPORT, March 3 (Wire) - '])('does not begin with “%s”', (dateline) => {
    expect(claims(`${dateline}A fire killed six workers on Tuesday.`)).toEqual([
      ['A fire killed six workers on Tuesday.', 'narration', null],
    ]);
  });

  it('is worded without the “that” of either language', () => {
    expect(claims('وقالت ليلى الشامي إنها شاهدت ثلاث طائرات فوق المدينة.')).toEqual([
      ['شاهدت ثلاث طائرات فوق المدينة.', 'indirect', 'ليلى الشامي'],
    ]);
  });
});
