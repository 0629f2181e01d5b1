import { useTranslation } from 'react-i18next';
import { searchableNames } from '#core/model/names.ts';
import { useCase } from '#renderer/state/case-store.ts';

/** Whether the case has a party of exactly this name, or several, or none. */
export function Known({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const parties = useCase((store) => store.state.party);
  const count = [...parties.values()].filter((party) => searchableNames(party).includes(name)).length;
  return (
    <small>
      {t(count === 0 ? 'proposals.willAdd' : count === 1 ? 'proposals.known' : 'proposals.several')}
    </small>
  );
}
