import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ladder, Rung } from '#core/model/ladder.ts';
import { partyName } from '#core/model/names.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { PartyField } from '../fields/party-field.tsx';
import styles from './selection-panel.module.css';
import { plainRung } from './voice-draft.ts';

/** Through whom the words reached the article, outermost first: the outlet, a translator, a relative. */
export function Through(props: { readonly rungs: Ladder; onChange(rungs: Ladder): void }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const [added, setAdded] = useState(0);
  const { rungs, onChange } = props;
  const nameOf = (rung: Rung): string =>
    partyName(state, rung.partyId) || (rung.unnamed ?? t('document.narrator'));
  return (
    <div className={styles['through']}>
      <span>{t('document.via')}</span>
      {rungs.map((rung, at) => (
        <span key={`${rung.partyId}-${rung.unnamed}-${rungs.length}`} className={styles['rung']}>
          <bdi>{nameOf(rung)}</bdi>
          <button
            type="button"
            aria-label={`${t('common.remove')}: ${nameOf(rung)}`}
            onClick={() => onChange(rungs.filter((_, other) => other !== at))}
          >
            <IconX size={12} aria-hidden />
          </button>
        </span>
      ))}
      <PartyField
        key={added}
        label={t('document.addVia')}
        placeholder={t('document.addVia')}
        part="speaker"
        value={null}
        onChange={(partyId) => {
          if (partyId === null) return;
          onChange([...rungs, plainRung(partyId, 'indirect')]);
          setAdded(added + 1);
        }}
      />
    </div>
  );
}
