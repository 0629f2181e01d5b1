import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SameClaim, SameClaims as Index } from '#core/proposing/same-claims.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';

/** Looking for what is alike waits until nobody types or moves on. */
const WAIT_MS = 400;
const NONE: readonly SameClaim[] = [];

/** Claims that say nearly the same, each offered as `same as`; nothing is related by itself. */
export function SameClaims({ claimId }: { readonly claimId: string }) {
  const { t } = useTranslation();
  const run = useRun();
  const claim = useCase((store) => store.state.claim);
  const relation = useCase((store) => store.state.relation);
  const [same, setSame] = useState(NONE);
  const [index] = useState(() => new Index());
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      if (await index.update(claim, stop.signal)) setSame(index.of(claimId, relation));
    };
    const timer = setTimeout(() => void look(), WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [index, claim, relation, claimId]);
  return same.map(({ claimId: other, numbers }) => {
    const held = claim.get(other);
    if (!held) return null;
    return (
      <div key={other} className={styles['line']}>
        <span>
          {t('finding.alike', { ref: held.ref })} <bdi>{held.statement}</bdi>
          {numbers.length > 0 && (
            <span className={styles['small']}>
              {' '}
              {t('finding.alikeNumbers', { numbers: numbers.join(', ') })}
            </span>
          )}
        </span>
        <Button
          look="quiet"
          onClick={() => void run(addRelation, { from: claimId, to: other, kind: 'same as' })}
        >
          {t('finding.sameAs', { ref: held.ref })}
        </Button>
      </div>
    );
  });
}
