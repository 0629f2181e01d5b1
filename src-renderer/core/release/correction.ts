import type { CaseState } from '../model/case-state.ts';
import type { Release } from '../model/release.ts';
import { ar } from '../report/labels/ar.ts';
import { en } from '../report/labels/en.ts';
import { fill, type ReportLabels } from '../report/labels/report-labels.ts';
import { dateWords, isolated, term } from '../report/wording.ts';
import type { ChangedClaim, SinceRelease } from './since-release.ts';

type Language = 'en' | 'ar';

/** The sentences of a correction; `{statement}` is the claim as it reads now. */
type Sentences = Readonly<
  Record<'heading' | 'moved' | 'reworded' | 'because' | 'withdrawn' | 'depends' | 'nothing', string>
>;

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    heading: 'Correction, {today}, to what was released on {released}:',
    moved: '{ref}: we gave {statement} as {was}. It is now {now}.',
    reworded: '{ref}: we have reworded this. It now reads: {statement}.',
    because: 'Why: {rationale}',
    withdrawn: 'Claims in it that no longer stand on their own: {count}.',
    depends: '{ref}, {statement}, rests on what changed and is being looked at again.',
    nothing: 'Nothing in it has changed since.',
  },
  ar: {
    heading: 'تصحيح، {today}، لما صدر في {released}:',
    moved: '{ref}: أوردنا {statement} على أنه {was}. وهو الآن {now}.',
    reworded: '{ref}: أعدنا صياغة ذلك، ونصه الآن: {statement}.',
    because: 'السبب: {rationale}',
    withdrawn: 'عدد الادعاءات التي لم تعد قائمة بذاتها: {count}.',
    depends: '{ref}، {statement}، يستند إلى ما تغيّر وتجري مراجعته من جديد.',
    nothing: 'لم يتغيّر شيء منه منذ ذلك الحين.',
  },
};
const LABELS: Readonly<Record<Language, ReportLabels>> = { en, ar };

/** Words ending in no full stop, so that one may follow. */
const unstopped = (words: string): string => words.trim().replace(/[.。۔]+$/u, '');

const standing = ({ status, reason }: ChangedClaim['now'], labels: ReportLabels): string =>
  `${term(labels.status, status).toLocaleLowerCase(labels.locale)} (${term(labels.reason, reason)})`;

function lineOf(
  { claim, was, now, moved }: ChangedClaim,
  sentences: Sentences,
  labels: ReportLabels,
): string {
  const statement = labels.quoted(isolated(unstopped(claim.statement), labels));
  const { ref } = claim;
  if (!moved) return fill(sentences.reworded, { ref, statement });
  const said = fill(sentences.moved, {
    ref,
    statement,
    was: standing(was, labels),
    now: standing(now, labels),
  });
  const rationale = claim.finding?.rationale.trim() ?? '';
  if (rationale === '') return said;
  return `${said} ${fill(sentences.because, { rationale: isolated(rationale, labels) })}`;
}

/**
 * Draft text of a correction: a first line, then one line for each claim that reads otherwise now.
 * `leaving`: the case as it may leave (`core/protection/leaving.ts`), since the text is for readers;
 * `since` is worked out on it. `today`: ISO 8601 date.
 */
export function correctionText(
  leaving: CaseState,
  { madeAt }: Pick<Release, 'madeAt'>,
  since: SinceRelease,
  { today, language }: { readonly today: string; readonly language: Language },
): string {
  const [sentences, labels] = [SENTENCES[language], LABELS[language]];
  const released = dateWords(madeAt.slice(0, 10), labels);
  const changed = since.changed
    .filter(({ moved, reworded }) => moved || reworded)
    .flatMap(({ claim, ...change }) => {
      const said = leaving.claim.get(claim.id);
      return said ? [lineOf({ ...change, claim: said }, sentences, labels)] : [];
    });
  const dependent = since.dependent.flatMap(({ claim: { id } }) => {
    const claim = leaving.claim.get(id);
    if (!claim) return [];
    const statement = labels.quoted(isolated(unstopped(claim.statement), labels));
    return [fill(sentences.depends, { ref: claim.ref, statement })];
  });
  const withdrawn = since.gone.length > 0 ? [fill(sentences.withdrawn, { count: since.gone.length })] : [];
  const lines = [...changed, ...dependent, ...withdrawn];
  return [
    fill(sentences.heading, { today: dateWords(today, labels), released }),
    ...(lines.length > 0 ? lines : [sentences.nothing]),
  ].join('\n');
}
