import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeName } from '#core/model/code-name.ts';
import type { Item } from '#core/model/item.ts';
import type { OtherCase, OtherClaim } from '#core/proposing/other-case.ts';
import { SameClaims as Index } from '#core/proposing/same-claims.ts';
import { notesOf } from '#core/queries/indexes.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useOtherCases } from '#renderer/state/other-cases-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';

type Hit = {
  readonly other: OtherCase;
  readonly claim: OtherClaim;
  readonly numbers: readonly string[];
};

/** Looking for what is alike waits until nobody types or moves on. */
const WAIT_MS = 400;
const NONE: readonly Hit[] = [];

async function hitsIn(other: OtherCase, asked: Item<'claim'>, stop: AbortSignal): Promise<readonly Hit[]> {
  const claims = new Map(other.claims.map((claim) => [claim.id, claim]));
  const index = new Index();
  if (!(await index.update(claims, stop))) return NONE;
  return index.like(asked).flatMap(({ claimId, numbers }): Hit[] => {
    const claim = claims.get(claimId);
    return claim ? [{ other, claim, numbers }] : [];
  });
}

/** One claim of another case, and what to do about it: a relation cannot leave a case, a note can name it. */
function SameThere({ claimId, hit }: { readonly claimId: string; readonly hit: Hit }) {
  const { t } = useTranslation();
  const run = useRun();
  const notes = useCase((store) => notesOf(store.state, claimId));
  const { other, claim, numbers } = hit;
  const { finding } = claim;
  const found = finding
    ? `${t(`terms.status.${finding.status}`)}: ${t(`terms.reason.${finding.reason}`)}`
    : t('finding.elsewhere.kept');
  const text = t('finding.elsewhere.words', {
    ref: claim.ref,
    codeName: codeName(other.caseId),
    finding: found,
  });
  return (
    <div className={styles['line']}>
      <span>
        {t('finding.elsewhere.alike', { ref: claim.ref })} <bdi>{other.title}</bdi>
        {': '}
        <bdi>{claim.statement}</bdi>{' '}
        <span className={styles['small']}>
          {finding && <StatusMark mark={markOf(finding.status, finding.reason)} />} {found}
          {numbers.length > 0 && ` ${t('finding.alikeNumbers', { numbers: numbers.join(', ') })}`}
        </span>
      </span>
      {notes.some((note) => note.text === text) ? (
        <span className={styles['small']}>{t('finding.elsewhere.noted')}</span>
      ) : (
        <Button look="quiet" onClick={() => void run(addNote, { claimId, kind: 'note', text })}>
          {t('finding.elsewhere.note')}
        </Button>
      )}
    </div>
  );
}

/** Claims of other cases that say nearly the same, where those were looked into. */
export function SameElsewhere({ claim }: { readonly claim: Item<'claim'> }) {
  const others = useOtherCases((store) => store.cases);
  const [hits, setHits] = useState(NONE);
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const found: Hit[] = [];
      for (const other of others) found.push(...(await hitsIn(other, claim, stop.signal)));
      if (!stop.signal.aborted) setHits(found);
    };
    const timer = setTimeout(() => void look(), WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [claim, others]);
  return hits.map((hit) => (
    <SameThere key={`${hit.other.caseId} ${hit.claim.id}`} claimId={claim.id} hit={hit} />
  ));
}
