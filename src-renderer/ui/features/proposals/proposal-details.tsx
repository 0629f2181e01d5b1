import { useTranslation } from 'react-i18next';
import type { Detail } from '#core/extraction/details/details.ts';
import type { DayOfWriting } from '#core/extraction/details/written.ts';
import type { Draft } from '#core/proposing/draft.ts';
import { Section } from '#renderer/ui/components/section.tsx';
import { useEdtf } from '#renderer/ui/hooks/use-edtf.ts';
import styles from './proposals.module.css';

/** One thing to be checked, with all the words that name it: a place in several spellings is one. */
type Named = { readonly detail: Detail; readonly words: readonly string[] };

function namedOnce(details: readonly Detail[], text: string): Named[] {
  const held = new Map<string, { detail: Detail; words: Set<string> }>();
  for (const detail of details) {
    const words = text.slice(detail.start, detail.end);
    const key = detail.kind === 'place' ? `place ${detail.value}` : `${detail.start}`;
    const one = held.get(key);
    if (one) one.words.add(words);
    else held.set(key, { detail, words: new Set([words]) });
  }
  return [...held.values()].map(({ detail, words }) => ({ detail, words: [...words] }));
}

/** What the words mean, where it is not what they say: the day of “yesterday”, the place of a spelling. */
function useMeaning(): (named: Named) => string | null {
  const edtf = useEdtf();
  return ({ detail, words }) => {
    const { kind, value } = detail;
    if (value === null) return null;
    if (kind === 'date') return detail.calendar === 'gregorian' ? edtf(value) : null;
    return kind === 'place' && (words.length > 1 || words[0] !== value) ? value : null;
  };
}

/** Dates, numbers, places …: what can be checked by itself. */
export function ProposalDetails(props: {
  readonly draft: Draft;
  readonly text: string;
  readonly written: DayOfWriting | null;
}) {
  const { t } = useTranslation();
  const edtf = useEdtf();
  const meaning = useMeaning();
  const { draft, text, written } = props;
  if (draft.details.length === 0) return null;
  const counted = draft.details.some((detail) => detail.kind === 'date' && detail.counted);
  return (
    <Section label={t('proposals.details')}>
      <ul className={styles['reasons']}>
        {namedOnce(draft.details, text).map((named) => {
          const means = meaning(named);
          return (
            <li key={named.detail.start}>
              <span className={styles['quiet']}>{t(`proposals.detail.${named.detail.kind}`)}</span>{' '}
              {means !== null && (
                <>
                  <bdi>{means}</bdi>
                  {': '}
                </>
              )}
              {named.words.map((words, at) => (
                <span key={words}>
                  {at > 0 ? ', “' : '“'}
                  <bdi>{words}</bdi>
                  {'”'}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
      {counted && written && (
        <p className={styles['quiet']}>
          {t(written.span ? 'proposals.countedFromLine' : 'proposals.countedFromField', {
            date: edtf(written.edtf),
          })}
        </p>
      )}
    </Section>
  );
}
