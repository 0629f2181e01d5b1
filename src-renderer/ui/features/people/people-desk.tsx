import { useTranslation } from 'react-i18next';
import { partyRows } from '#core/queries/party-rows.ts';
import { useMemo } from 'react';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { DeskSplit } from '#renderer/ui/components/desk-split.tsx';
import { ProtectionOverview } from '../protection/overview.tsx';
import { PartyDetails } from './party-details.tsx';
import { PeopleList } from './people-list.tsx';

/** Everybody in the case: who they are, what they said, what is said of them. */
export function PeopleDesk() {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const partyId = useView((view) => view.partyId);
  const rows = useMemo(() => partyRows(state), [state]);
  const chosen = rows.find(({ id }) => id === partyId);
  const details = chosen ? <PartyDetails key={chosen.id} row={chosen} /> : <ProtectionOverview />;
  return (
    <DeskSplit
      listLabel={t('people.list')}
      detailsLabel={t('people.details')}
      resizeLabel={t('shell.resize')}
      list={<PeopleList rows={rows} />}
      details={details}
    />
  );
}
