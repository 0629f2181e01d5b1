import { useTranslation } from 'react-i18next';
import { freeCodeLetter, isOurSource } from '#core/model/names.ts';
import { PARTS, type Part, type Party, SAFETY } from '#core/model/party.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import styles from '#renderer/ui/components/record.module.css';
import type { PartyProps } from './party-props.ts';
import { useStoreParty } from './use-store-party.ts';

const KINDS: readonly Party['kind'][] = ['person', 'organisation', 'document'];

/** What a party is, which parts it has, and how careful to be with it. */
export function PartyNature({ party, readOnly }: PartyProps) {
  const { t } = useTranslation();
  const store = useStoreParty(party.id);

  function toggle(part: Part): void {
    const parts = party.parts.includes(part)
      ? party.parts.filter((held) => held !== part)
      : [...party.parts, part];
    const becomesSource = part === 'our source' && !isOurSource(party);
    if (!becomesSource) return void store({ parts });
    // A source is never without a code name, nor less than protected.
    const letter = freeCodeLetter(useCase.getState().state);
    const codeName = party.codeName ?? t('people.source', { letter });
    const safety = party.safety === 'public' ? 'protected' : party.safety;
    void store({ parts, codeName, safety });
  }

  return (
    <div className={styles['choices']}>
      <div className={styles['row']} role="group" aria-label={t('people.kind')}>
        <span className={styles['label']}>{t('people.kind')}</span>
        {KINDS.map((kind) => (
          <Chip key={kind} on={party.kind === kind} disabled={readOnly} onClick={() => void store({ kind })}>
            {t(`terms.partyKind.${kind}`)}
          </Chip>
        ))}
      </div>
      <div className={styles['row']} role="group" aria-label={t('people.parts')}>
        <span className={styles['label']}>{t('people.parts')}</span>
        {PARTS.map((part) => (
          <Chip key={part} on={party.parts.includes(part)} disabled={readOnly} onClick={() => toggle(part)}>
            {t(`terms.part.${part}`)}
          </Chip>
        ))}
      </div>
      <div className={styles['row']} role="group" aria-label={t('people.safety')}>
        <span className={styles['label']}>{t('people.safety')}</span>
        {SAFETY.map((safety) => (
          <Chip
            key={safety}
            on={party.safety === safety}
            tone={safety === 'public' ? 'plain' : 'warn'}
            disabled={readOnly}
            onClick={() => void store({ safety })}
          >
            {t(`terms.safety.${safety}`)}
          </Chip>
        ))}
      </div>
    </div>
  );
}
