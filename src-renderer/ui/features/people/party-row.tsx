import { IconBuilding, IconFileText, IconShieldLock, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isOurSource } from '#core/model/names.ts';
import type { PartyRow as Row } from '#core/queries/party-rows.ts';
import styles from './party-row.module.css';

const KINDS = { person: IconUser, organisation: IconBuilding, document: IconFileText } as const;

/** One party: name, other script, role, and how much rests on it. */
export function PartyRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const { party, name, affiliation, says, about } = row;
  const source = isOurSource(party);
  const Kind = KINDS[party.kind];
  const second = source ? undefined : party.names.find(({ text }) => text !== name)?.text;
  const counts = [
    says.length > 0 && t('people.says_short', { count: says.length }),
    about.length > 0 && t('people.about_short', { count: about.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  const role = [party.role, affiliation].filter(Boolean).join(' · ');
  return (
    <div className={styles['row']} data-party-row={name}>
      {source ? (
        <IconShieldLock size={16} stroke={1.6} role="img" aria-label={t('terms.part.our source')} />
      ) : (
        <Kind size={16} stroke={1.6} role="img" aria-label={t(`terms.partyKind.${party.kind}`)} />
      )}
      <span className={styles['name']}>
        <bdi>{name || t('people.nameless')}</bdi>
        {second && (
          <span className={styles['second']}>
            <bdi>{second}</bdi>
          </span>
        )}
      </span>
      <span className={styles['count']}>{counts}</span>
      <bdi className={styles['role']}>{role}</bdi>
      {party.safety !== 'public' && (
        <span className={styles['safety']}>{t(`terms.safety.${party.safety}`)}</span>
      )}
    </div>
  );
}
