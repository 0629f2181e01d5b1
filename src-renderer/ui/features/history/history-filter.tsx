import { Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareRefs } from '#core/model/refs.ts';
import type { HistoryStep } from '#core/queries/history.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { HeadRow, ListHead } from '#renderer/ui/components/desk-split.tsx';
import { FilterField } from '#renderer/ui/components/filter-field.tsx';
import { itemLabel } from './item-label.ts';

export type HistoryFilter = { readonly text: string; readonly actor: string | null };

/** Label of the item the history is narrowed to. */
function useItemLabel(id: string | null): string {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  if (id === null) return '';
  const kinds = ['claim', 'evidence', 'party'] as const;
  return kinds.map((kind) => itemLabel(state, kind, id)).find(Boolean) ?? t('people.nameless');
}

/** Narrows the history by words, person, and item. */
export function HistoryFilterBar(props: {
  readonly steps: readonly HistoryStep[];
  readonly filter: HistoryFilter;
  readonly change: (filter: HistoryFilter) => void;
}) {
  const { t } = useTranslation();
  const { steps, filter, change } = props;
  const claims = useCase((store) => store.state.claim);
  const historyOf = useView((view) => view.historyOf);
  const label = useItemLabel(historyOf);
  const people = useMemo(() => {
    const names = new Map(steps.map(({ actor, alias }) => [actor, alias]));
    return [...names].map(([value, alias]) => ({ value, label: alias || t('history.someone') }));
  }, [steps, t]);
  const claimData = useMemo(
    () =>
      [...claims.values()]
        .sort((a, b) => compareRefs(a.ref, b.ref))
        .map(({ id, ref, statement }) => ({ value: id, label: `${ref} ${statement}` })),
    [claims],
  );
  return (
    <ListHead>
      <HeadRow>
        <FilterField
          label={t('history.filter')}
          value={filter.text}
          onChange={(text) => change({ ...filter, text })}
        />
        <Select
          aria-label={t('history.person')}
          placeholder={t('history.anyone')}
          data={people}
          value={filter.actor}
          clearable
          onChange={(actor) => change({ ...filter, actor })}
        />
        <Select
          aria-label={t('history.claim')}
          placeholder={t('history.anything')}
          data={claimData}
          value={claims.has(historyOf ?? '') ? historyOf : null}
          searchable
          clearable
          limit={40}
          onChange={(id) => useView.setState({ historyOf: id })}
        />
        {historyOf !== null && !claims.has(historyOf) && (
          <Chip on onClick={() => useView.setState({ historyOf: null })}>
            {t('history.of', { label })} <IconX size={12} aria-hidden />
          </Chip>
        )}
      </HeadRow>
    </ListHead>
  );
}
