import { describe, expect, it } from 'vitest';
import { filesIn, textOf } from './sources.ts';

const sources = filesIn(['src-main', 'src-renderer'], ['.ts', '.tsx']);
const MOST_LINES = 300;

/** Physical sides; logical ones follow the direction of the script. */
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|(?:left|right)\s*:|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right))/;

describe('house rules', () => {
  it(`hold every source file under ${MOST_LINES} lines`, () => {
    const long = sources.filter((file) => textOf(file).split('\n').length > MOST_LINES);
    expect(long).toEqual([]);
  });

  it('let styles use logical properties only', () => {
    const physical = filesIn(['src-renderer'], ['.css']).flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((line, index) => (PHYSICAL.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    );
    expect(physical).toEqual([]);
    expect(PHYSICAL.test('  margin-left: 3px;')).toBe(true);
    expect(PHYSICAL.test('  margin-inline-start: 3px;')).toBe(false);
  });

  it('keep words out of components: every text goes through i18n', () => {
    const literal =
      /(?:>|\b(?:aria-label|aria-description|placeholder|title|label|description|alt)=")\s*([A-Za-z][A-Za-z’',.!? -]{2,})\s*(?:<\/|")/;
    const found = filesIn(['src-renderer/ui'], ['.tsx']).flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((line, index) => (literal.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
    expect(literal.test('<p>Some words</p>')).toBe(true);
    expect(literal.test('<Field description="Some words" />')).toBe(true);
    expect(literal.test('<p>{t("words")}</p>')).toBe(false);
  });

  it('name no download address in the lockfile', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });

  it('give each decision a number of its own, the one of its heading', () => {
    const decisions = filesIn(['docs/adr'], ['.md'])
      .filter((file) => /\/\d{4}-/.test(file))
      .sort();
    const numbers = decisions.map((file) => Number(/\/(\d{4})-/.exec(file)?.[1]));
    expect(numbers).toEqual(Array.from(numbers, (_, at) => at + 1));
    expect(decisions.map((file) => Number(/^# (\d+)\./.exec(textOf(file))?.[1]))).toEqual(numbers);
  });

  it('allow no barrel files', () => {
    const barrels = sources.filter(
      (file) =>
        /\/index\.tsx?$/.test(file) &&
        textOf(file)
          .split('\n')
          .every((line) => /^\s*(export .*from|\/\/|$)/.test(line)),
    );
    expect(barrels).toEqual([]);
  });
});
