import { MultiSelect, Popover, SegmentedControl, Select } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, type Priority, type Stage, STAGES } from '#core/model/claim.ts';
import { REASONS, type Reason, STATUSES, type Status } from '#core/model/finding.ts';
import { type ClaimFilter, type ClaimSort, NO_FILTER } from '#core/queries/claim-filter.ts';
import { documentsOf, type Facet, ownersOf, speakersOf, subjectsOf, tagsOf } from '#core/queries/facets.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import styles from './claims-pane.module.css';
import { SavedFilters } from './saved-filters.tsx';
import { useAllRows } from './use-claim-rows.ts';

const SORTS: readonly ClaimSort[] = ['text', 'reference', 'priority', 'status', 'changed'];

const change = (part: Partial<ClaimFilter>): void =>
  useView.setState(({ filter }) => ({ filter: { ...filter, ...part } }));

function Many<T extends string>(props: {
  readonly label: string;
  readonly data: readonly { readonly value: T; readonly label: string }[];
  readonly value: readonly T[];
  readonly onChange: (value: T[]) => void;
}) {
  return (
    <MultiSelect
      label={props.label}
      data={[...props.data]}
      value={[...props.value]}
      comboboxProps={{ withinPortal: false }}
      openOnFocus={false}
      searchable
      clearable
      hidePickedOptions
      onChange={(value) => props.onChange(value)}
    />
  );
}

const options = (facets: readonly Facet[]) =>
  facets.map(({ id, label, count }) => ({ value: id, label: `${label} (${count})` }));

function Fields() {
  const { t } = useTranslation();
  const filter = useView((view) => view.filter);
  const state = useCase((store) => store.state);
  const rows = useAllRows();
  const facets = useMemo(
    () => ({
      speakers: options(speakersOf(state, rows)),
      subjects: options(subjectsOf(state, rows)),
      tags: options(tagsOf(rows)),
      owners: ownersOf(rows).map(({ id, label, count }) => ({
        value: id,
        label: `${id === '' ? t('claims.nobody') : label} (${count})`,
      })),
      documents: options(documentsOf(state, rows)),
    }),
    [state, rows, t],
  );
  return (
    <div className={styles['fields']}>
      <Many<Status>
        label={t('claims.status')}
        data={STATUSES.map((value) => ({ value, label: t(`terms.status.${value}`) }))}
        value={filter.statuses}
        onChange={(statuses) => change({ statuses })}
      />
      <Many<Reason>
        label={t('claims.reason')}
        data={STATUSES.flatMap((status) => REASONS[status]).map((value) => ({
          value,
          label: t(`terms.reason.${value}`),
        }))}
        value={filter.reasons}
        onChange={(reasons) => change({ reasons })}
      />
      <Many
        label={t('claims.speaker')}
        data={facets.speakers}
        value={filter.speakers}
        onChange={(speakers) => change({ speakers })}
      />
      <Many
        label={t('claims.subject')}
        data={facets.subjects}
        value={filter.subjects}
        onChange={(subjects) => change({ subjects })}
      />
      <Many<Priority>
        label={t('claims.priority')}
        data={PRIORITIES.map((value) => ({ value, label: t(`terms.priority.${value}`) }))}
        value={filter.priorities}
        onChange={(priorities) => change({ priorities })}
      />
      <Many<Stage>
        label={t('claims.stage')}
        data={STAGES.map((value) => ({ value, label: t(`terms.stage.${value}`) }))}
        value={filter.stages}
        onChange={(stages) => change({ stages })}
      />
      <Many
        label={t('claims.owner')}
        data={facets.owners}
        value={filter.owners}
        onChange={(owners) => change({ owners })}
      />
      <Many
        label={t('claims.tag')}
        data={facets.tags}
        value={filter.tags}
        onChange={(tags) => change({ tags })}
      />
      <Many
        label={t('claims.document')}
        data={facets.documents}
        value={filter.documents}
        onChange={(documents) => change({ documents })}
      />
      <div className={styles['chips']} role="group" aria-label={t('claims.evidence')}>
        <Chip
          on={filter.hasEvidence === true}
          onClick={() => change({ hasEvidence: filter.hasEvidence === true ? null : true })}
        >
          {t('claims.withEvidence')}
        </Chip>
        <Chip
          on={filter.hasEvidence === false}
          onClick={() => change({ hasEvidence: filter.hasEvidence === false ? null : false })}
        >
          {t('claims.withoutEvidence')}
        </Chip>
        <Chip on={filter.due} onClick={() => change({ due: !filter.due })}>
          {t('claims.due')}
        </Chip>
        <Chip
          on={filter.dependsOnChanged}
          onClick={() => change({ dependsOnChanged: !filter.dependsOnChanged })}
        >
          {t('claims.dependsOnChanged')}
        </Chip>
      </div>
      <div className={styles['inline']}>
        <span>{t('claims.skipped')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('claims.skipped')}
          value={filter.skipped}
          data={[
            { value: 'show', label: t('claims.skippedShow') },
            { value: 'hide', label: t('claims.skippedHide') },
            { value: 'only', label: t('claims.skippedOnly') },
          ]}
          onChange={(skipped) => change({ skipped })}
        />
      </div>
      <Button onClick={() => useView.setState({ filter: NO_FILTER })}>{t('claims.clear')}</Button>
    </div>
  );
}

/** Filter and order of the list. */
export function FilterMenu() {
  const { t } = useTranslation();
  const sort = useView((view) => view.sort);
  return (
    <div className={styles['bar']}>
      <Popover position="bottom-start" shadow="md" width={330} trapFocus>
        <Popover.Target>
          <Button look="quiet" aria-label={t('claims.filterBy')}>
            <IconFilter size={14} aria-hidden /> {t('claims.filter')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Fields />
        </Popover.Dropdown>
      </Popover>
      <SavedFilters />
      <Select
        className={styles['sort'] ?? ''}
        aria-label={t('claims.sort')}
        value={sort}
        allowDeselect={false}
        data={SORTS.map((value) => ({ value, label: t(`claims.sorts.${value}`) }))}
        onChange={(value) => value && useView.setState({ sort: value })}
      />
    </div>
  );
}
