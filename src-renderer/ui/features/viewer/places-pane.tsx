import { useTranslation } from 'react-i18next';
import type { Locator } from '#core/model/claim-parts.ts';
import type { Item } from '#core/model/item.ts';
import { assess } from '#renderer/commands/assess.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { RefText } from '../fields/ref-text.tsx';
import styles from './viewer.module.css';

type Claim = Item<'claim'>;

/** The claims an item bears on, in the order of their references, and the claim in view after them. */
function useClaims(evidenceId: string) {
  const assessments = useCase((store) => store.state.assessment);
  const claims = useCase((store) => store.state.claim);
  const inView = useView((view) => view.claimId);
  const held = [...assessments.values()]
    .filter((one) => one.evidenceId === evidenceId)
    .flatMap((assessment) => {
      const claim = claims.get(assessment.claimId);
      return claim ? [{ claim, assessment }] : [];
    })
    .sort((a, b) => a.claim.ref.localeCompare(b.claim.ref));
  const other = claims.get(inView ?? '');
  const isNew = other && !held.some(({ claim }) => claim.id === other.id);
  return { held, other: isNew ? other : null };
}

function ClaimWords({ claim }: { readonly claim: Claim }) {
  return (
    <span className={styles['claim']}>
      <b>
        <RefText entity="claim" id={claim.id} text={claim.ref} />
      </b>{' '}
      <bdi>{claim.statement}</bdi>
    </span>
  );
}

/** The places of the item that bear on claims, and where a newly marked one is to be kept. */
export function PlacesPane(props: {
  readonly evidence: Item<'evidence'>;
  readonly marked: Locator | null;
  readonly go: (locator: Locator) => void;
  readonly kept: () => void;
}) {
  const { t } = useTranslation();
  const run = useRun();
  const readOnly = useCase((store) => store.readOnly);
  const { evidence, marked, go, kept } = props;
  const { held, other } = useClaims(evidence.id);
  const keep = async (claimId: string, stance: Item<'assessment'>['stance']): Promise<void> => {
    if (await run(assess, { evidenceId: evidence.id, claimId, stance, locator: marked })) kept();
  };
  return (
    <aside className={styles['places']} aria-label={t('viewer.places')}>
      <h2>{t('viewer.places')}</h2>
      {marked && (
        <p className={styles['marked']} role="status">
          {t('viewer.marked')} <bdi>{marked.value}</bdi>
        </p>
      )}
      {held.length === 0 && !other && <p className={styles['hint']}>{t('viewer.noClaims')}</p>}
      <ul>
        {held.map(({ claim, assessment }) => (
          <li key={assessment.id}>
            <ClaimWords claim={claim} />
            <span className={styles['hint']}>
              {t(`terms.stance.${assessment.stance}`)}
              {assessment.locator && ' · '}
              {assessment.locator && <bdi>{assessment.locator.value}</bdi>}
            </span>
            <span className={styles['row']}>
              {assessment.locator && (
                <Button look="quiet" onClick={() => assessment.locator && go(assessment.locator)}>
                  {t('viewer.goTo')}
                </Button>
              )}
              {marked && !readOnly && (
                <Button onClick={() => void keep(claim.id, assessment.stance)}>
                  {t('viewer.keepFor', { ref: claim.ref })}
                </Button>
              )}
            </span>
          </li>
        ))}
        {other && marked && !readOnly && (
          <li>
            <ClaimWords claim={other} />
            <span className={styles['row']}>
              {(['supports', 'contradicts', 'background'] as const).map((stance) => (
                <Button key={stance} onClick={() => void keep(other.id, stance)}>
                  {t(`finding.${stance}`)}
                </Button>
              ))}
            </span>
          </li>
        )}
      </ul>
      {!marked && held.length > 0 && <p className={styles['hint']}>{t('viewer.markHint')}</p>}
    </aside>
  );
}
