import { useTranslation } from 'react-i18next';
import { anchorFits } from '#core/anchoring/make-anchor.ts';
import { pagesCited } from '#core/anchoring/pages.ts';
import type { Candidate } from '#core/revision/candidates.ts';
import type { Waiting } from '#core/revision/review-queue.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Excerpt, excerptOf } from './excerpt.tsx';
import styles from './revision.module.css';

/** Words as the anchor alone tells them, where its text is not held. */
const bare = ({ anchor: { prefix, exact, suffix } }: Waiting) => ({
  before: prefix,
  exact,
  after: suffix,
});

function Earlier({ waiting }: { readonly waiting: Waiting }) {
  const { t } = useTranslation();
  const { anchor } = waiting;
  const text = useCase((store) => store.texts.get(anchor.documentId));
  const document = useCase((store) => store.state.document.get(anchor.documentId));
  const statement = useCase((store) => store.state.claim.get(waiting.id)?.statement);
  const held = text !== undefined && anchorFits(anchor, text);
  return (
    <>
      {statement && (
        <p className={styles['statement']} dir="auto">
          {statement}
        </p>
      )}
      <h2>{t('revision.stood', { ref: document?.ref ?? '' })}</h2>
      {!held && <Notice tone="warn">{t('revision.missing')}</Notice>}
      <blockquote className={styles['stood']}>
        <Excerpt words={held ? excerptOf(text, anchor) : bare(waiting)} />
      </blockquote>
    </>
  );
}

/** An anchor as it stood, and the places where it may stand now; each has its key. */
export function WaitingDetails(props: {
  readonly waiting: Waiting;
  readonly text: string;
  readonly candidates: readonly Candidate[];
  readonly settle: (place: Candidate | null) => void;
  readonly toArticle: () => void;
}) {
  const { t } = useTranslation();
  const { waiting, text, candidates, settle, toArticle } = props;
  const documents = useCase((store) => store.state.document);
  const now = documents.get(waiting.to);
  const refs = { now: now?.ref ?? '', earlier: documents.get(waiting.anchor.documentId)?.ref ?? '' };
  return (
    <div className={styles['details']}>
      <Earlier waiting={waiting} />
      <h2>{t('revision.choose', { ref: refs.now })}</h2>
      {candidates.length === 0 && <p className={styles['soft']}>{t('revision.none', { ref: refs.now })}</p>}
      <ol className={styles['candidates']}>
        {candidates.map((candidate, at) => {
          const pages = pagesCited(now, candidate);
          return (
            <li key={`${candidate.start}-${candidate.end}`}>
              <button type="button" className={styles['candidate']} onClick={() => settle(candidate)}>
                <Kbd keys={[String(at + 1)]} />
                <span>
                  <span className={styles['why']}>
                    {t(`revision.why.${candidate.why}`)}
                    {pages !== null && ` · ${t('document.onPage', { ref: refs.now, pages })}`}
                  </span>
                  <Excerpt
                    words={excerptOf(text, candidate)}
                    known={candidate.why === 'same words' ? null : waiting.anchor.exact}
                  />
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <div className={styles['actions']}>
        <Button onClick={() => settle(null)}>
          {t('revision.gone', { ref: refs.earlier })} <Kbd keys={['L']} />
        </Button>
        <Button look="quiet" onClick={toArticle}>
          {t('revision.inArticle')}
        </Button>
      </div>
    </div>
  );
}
