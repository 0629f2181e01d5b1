import { describe, expect, it } from 'vitest';
import { suggestSpellings } from '#core/protection/suggestions.ts';

const words = (...names: string[]) => suggestSpellings(names).map((one) => one.words);
const kinds = (...names: string[]) => suggestSpellings(names).map(({ kind, words: said }) => [kind, said]);

describe('suggested spellings', () => {
  it('are other transliterations of common names', () => {
    expect(words('Mohammed Fourati')).toEqual(
      expect.arrayContaining(['Muhammad Fourati', 'Mohamed Fourati', 'Mohammed Furati']),
    );
  });

  it('are written as the letters sound where the name is not known', () => {
    expect(words('Hattouna')).toEqual(expect.arrayContaining(['Hattuna', 'Hatouna']));
  });

  it('are parts of the name: the family name with its article, the given name, the kunya', () => {
    expect(kinds('Amer al-Naklawi')).toContainEqual(['given name', 'Amer']);
    expect(kinds('Abu Abed').map(([kind]) => kind)).not.toContain('given name');
    expect(kinds('Amer al-Naklawi')).toContainEqual(['family name', 'al-Naklawi']);
    expect(kinds('Sami Abu Abed Fourati')).toContainEqual(['kunya', 'Abu Abed']);
    expect(kinds('أبو عابد الشامي')).toContainEqual(['kunya', 'أبو عابد']);
    expect(kinds('عامر النكلاوي')).toContainEqual(['family name', 'النكلاوي']);
    expect(kinds('Amer al-Naklawi')).toContainEqual(['order', 'al-Naklawi Amer']);
    expect(kinds('عمر حداد')).toContainEqual(['order', 'حداد عمر']);
    expect(kinds('Abu Abed').map(([kind]) => kind)).not.toContain('order');
  });

  it('are the other script where every word is known', () => {
    expect(kinds('Ahmed al-Shami')).toContainEqual(['script', 'أحمد الشامي']);
    expect(kinds('أحمد الشامي')).toContainEqual(['script', 'Ahmed al-Shami']);
    expect(kinds('Ahmed Qwerty').map(([kind]) => kind)).not.toContain('script');
  });

  it('leave out what is found already, and are few', () => {
    expect(words('Abu Abed')).not.toContain('Abou Abed');
    expect(words('Mohammed Fourati', 'Muhammad Fourati')).not.toContain('Muhammad Fourati');
    expect(words('Mohammed Abdullah Yousef Hussein').length).toBeLessThanOrEqual(16);
    expect(words('')).toEqual([]);
  });
});
