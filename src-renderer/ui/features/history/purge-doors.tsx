import { IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import { isPurgeableItem, isPurgeableValue } from '#core/merge/purgeable.ts';
import { type CaseState, foldedOf } from '#core/model/case-state.ts';
import type { Json } from '#core/model/json.ts';
import type { HistoryChange } from '#core/queries/history.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { itemLabel } from './item-label.ts';
import styles from './history-desk.module.css';

function Door({ words, asked }: { readonly words: string; readonly asked: ToPurge }) {
  return (
    <button
      type="button"
      className={styles['door']}
      aria-label={words}
      title={words}
      onClick={() => showScreen({ kind: 'purge', asked })}
    >
      <IconEraser size={14} aria-hidden />
    </button>
  );
}

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether the field holds now what this change wrote: then it is this very value that is to go. */
function standsNow(state: CaseState, { entity, entityId: id, patch }: HistoryChange, field: string): boolean {
  const held = foldedOf(state, entity, id)?.fields[field]?.[0].value ?? null;
  return same(held, patch[field] ?? null);
}

function useWhat({ entity, entityId }: HistoryChange): string {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  return [t(`history.what.${entity}`), itemLabel(state, entity, entityId)].filter(Boolean).join(' ');
}

/** Leads from a value in the history to purging it; nothing where only the item can go. */
export function PurgeValueDoor({
  change,
  field,
}: {
  readonly change: HistoryChange;
  readonly field: string;
}) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const what = useWhat(change);
  const { entity, entityId: id } = change;
  if (!isPurgeableValue(entity, field) || isEmpty(change.patch[field])) return null;
  return (
    <Door
      words={t('share.purge.valueAction', { field: t(`history.field.${field}`), what })}
      asked={{ kind: 'value', entity, id, field, onlyEarlier: !standsNow(state, change, field) }}
    />
  );
}

/** Leads from a change to purging the whole item, deleted or not. */
export function PurgeItemDoor({ change }: { readonly change: HistoryChange }) {
  const { t } = useTranslation();
  const held = useCase((store) => foldedOf(store.state, change.entity, change.entityId) !== null);
  const what = useWhat(change);
  const { entity, entityId: id } = change;
  if (!held || !isPurgeableItem(entity)) return null;
  const asked: ToPurge = entity === 'party' ? { kind: 'person', partyId: id } : { kind: 'item', entity, id };
  return <Door words={t('share.purge.itemAction', { what })} asked={asked} />;
}
