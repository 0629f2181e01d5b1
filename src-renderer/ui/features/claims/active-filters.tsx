import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { CaseState } from '#core/model/case-state.ts';
import { partyName } from '#core/model/names.ts';
import { type ClaimFilter, NO_FILTER } from '#core/queries/claim-filter.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import styles from './claims-pane.module.css';

/** One part of a filter in words, and the filter without it. */
type ActivePart = { readonly key: string; readonly label: string; readonly without: Partial<ClaimFilter> };

type ListField =
  | 'statuses'
  | 'reasons'
  | 'stages'
  | 'owners'
  | 'speakers'
  | 'subjects'
  | 'priorities'
  | 'tags'
  | 'documents';

function ofList<F extends ListField>(
  filter: ClaimFilter,
  field: F,
  label: (value: string) => string,
): ActivePart[] {
  const values: readonly string[] = filter[field];
  return values.map((value) => ({
    key: `${field}-${value}`,
    label: label(value),
    without: { [field]: values.filter((held) => held !== value) },
  }));
}

/** Every part of the filter that holds something back, the text apart. */
function activeParts(filter: ClaimFilter, state: CaseState, t: TFunction): ActivePart[] {
  const flag = (
    key: 'conflict' | 'dependsOnChanged' | 'unfinishedMust' | 'due',
    label: string,
  ): ActivePart[] => (filter[key] ? [{ key, label, without: { [key]: false } }] : []);
  return [
    ...ofList(filter, 'statuses', (value) => t(`terms.status.${value}`)),
    ...ofList(filter, 'reasons', (value) => t(`terms.reason.${value}`)),
    ...ofList(filter, 'priorities', (value) => t(`terms.priority.${value}`)),
    ...ofList(filter, 'stages', (value) => t(`terms.stage.${value}`)),
    ...ofList(filter, 'owners', (alias) =>
      alias === '' ? t('claims.ownedByNobody') : t('claims.ownedBy', { alias }),
    ),
    ...ofList(filter, 'speakers', (id) => t('claims.saidBy', { name: partyName(state, id) })),
    ...ofList(filter, 'subjects', (id) => t('claims.aboutWhom', { name: partyName(state, id) })),
    ...ofList(filter, 'tags', (tag) => tag),
    ...ofList(filter, 'documents', (id) => state.document.get(id)?.ref ?? ''),
    ...flag('unfinishedMust', t('claims.unfinishedMust')),
    ...flag('due', t('claims.due')),
    ...flag('conflict', t('claims.inConflict')),
    ...flag('dependsOnChanged', t('claims.dependsOnChanged')),
    ...(filter.hasEvidence === null
      ? []
      : [
          {
            key: 'hasEvidence',
            label: t(filter.hasEvidence ? 'claims.withEvidence' : 'claims.withoutEvidence'),
            without: { hasEvidence: null },
          },
        ]),
    ...(filter.skipped === 'show'
      ? []
      : [
          {
            key: 'skipped',
            label: t(filter.skipped === 'only' ? 'claims.onlySkipped' : 'claims.noSkipped'),
            without: { skipped: 'show' as const },
          },
        ]),
  ];
}

/** What the list is filtered by; each part can be taken away by itself. */
export function ActiveFilters() {
  const { t } = useTranslation();
  const filter = useView((view) => view.filter);
  const state = useCase((store) => store.state);
  const parts = activeParts(filter, state, t);
  if (parts.length === 0) return null;
  return (
    <div className={styles['chips']} role="group" aria-label={t('claims.activeFilters')}>
      {parts.map(({ key, label, without }) => (
        <Chip key={key} on onClick={() => useView.setState({ filter: { ...filter, ...without } })}>
          <bdi>{label}</bdi> <IconX size={11} role="img" aria-label={t('common.remove')} />
        </Chip>
      ))}
      {parts.length > 1 && (
        <Chip onClick={() => useView.setState({ filter: { ...NO_FILTER, text: filter.text } })}>
          {t('claims.clear')}
        </Chip>
      )}
    </div>
  );
}
