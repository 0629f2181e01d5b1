import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabicNamesIn } from '#core/extraction/phrases/arabic-names.ts';
import { propose } from '#core/extraction/propose.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { anyText } from '../../anchoring/arbitraries.ts';
import { ARABIC_NAMES } from '../fixtures/arabic-names.ts';

const read = (text: string): string[] =>
  arabicNamesIn(shadowOf(text), { start: 0, end: text.length }).map(({ span }) =>
    text.slice(span.start, span.end),
  );
const about = (text: string): string[][] =>
  propose(text).claims.map(({ parties }) =>
    parties.flatMap(({ name, kind, part }) => (part === 'subject' ? `${kind} ${name}` : [])),
  );

describe('names in Arabic', () => {
  it.each(ARABIC_NAMES)('are told in “%s”', (sentence, ...names) => {
    expect(read(sentence)).toEqual(names);
  });

  it('make the parties that a claim is about', () => {
    const text = 'سرق أبو عبيدة الشمالي ٢٠٠ ألف دولار من المجلس المحلي، كما قتل مروان الحموي.';
    expect(about(text)).toEqual([
      ['person أبو عبيدة الشمالي', 'organisation المجلس المحلي', 'person مروان الحموي'],
    ]);
  });

  it('of speakers are known where others speak of them', () => {
    const text =
      'قال شاهين القاسم إن الطريق مغلق منذ الأحد. وأضاف شاهد أن الحرس رأوا شاهين القاسم عند الجسر.';
    expect(about(text)).toEqual([[], ['person شاهين القاسم']]);
  });

  it('in any text are in order, apart and within it', () => {
    const words = fc
      .array(
        fc.constantFrom(
          ...'أبو أم بن عبد القائد سامي وسامي محمد الحلبي قوات وزارة للأمم المتحدة حقوق ، . “ في'.split(' '),
        ),
      )
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.oneof(words, anyText), (text) => {
        let last = 0;
        for (const { span } of arabicNamesIn(shadowOf(text), { start: 0, end: text.length })) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          last = span.end;
        }
      }),
    );
  });
});
