import { useTranslation } from 'react-i18next';
import { isOurSource } from '#core/model/names.ts';
import type { PartyRow } from '#core/queries/party-rows.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Record } from '#renderer/ui/components/record.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { TextField } from '../fields/text-field.tsx';
import { PartyProtection } from '../protection/party-protection.tsx';
import { PartyClaims } from './party-claims.tsx';
import { PartyHead } from './party-head.tsx';
import { PartyKnown } from './party-known.tsx';
import { PartyNames } from './party-names.tsx';
import { PartyNature } from './party-nature.tsx';
import { SealedRecords } from './sealed-record.tsx';
import { SourceName } from './source-name.tsx';
import { useStoreParty } from './use-store-party.ts';

/** Everything about one party. */
export function PartyDetails({ row }: { readonly row: PartyRow }) {
  const { t } = useTranslation();
  const readOnly = useCase((store) => store.readOnly);
  const { party } = row;
  const store = useStoreParty(party.id);
  const props = { party, readOnly };
  return (
    <Record name={row.name}>
      <PartyHead row={row} readOnly={readOnly} />
      <h2 className={styles['title']} dir="auto">
        {row.name || t('people.nameless')}
      </h2>
      <PartyNature {...props} />
      {isOurSource(party) && <SourceName {...props} />}
      {(isOurSource(party) || party.sealed.length > 0) && <SealedRecords {...props} />}
      <PartyNames {...props} />
      <PartyProtection {...props} />
      <PartyKnown {...props} />
      <TextField
        label={t('people.note')}
        showLabel
        multiline
        value={party.note ?? ''}
        readOnly={readOnly}
        store={(note) => store({ note })}
      />
      <PartyClaims row={row} />
    </Record>
  );
}
