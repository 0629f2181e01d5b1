import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceRows } from '#core/queries/evidence-rows.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { HeadRow, ListHead } from '#renderer/ui/components/desk-split.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { FilterField } from '#renderer/ui/components/filter-field.tsx';
import { VirtualList } from '#renderer/ui/components/virtual-list.tsx';
import { AddEvidence, type WordsKind } from './add-evidence.tsx';
import { EvidenceRow } from './evidence-row.tsx';
import { EVIDENCE_GROUPS, type EvidenceGroup, findEvidence, ofGroup } from './filter-evidence.ts';
import { useAsk } from '../finding/use-ask.ts';
import { NewEvidenceForm } from './new-evidence-form.tsx';
import { ReceivedForm } from './received-form.tsx';

/** The evidence of the case, filtered. */
export function EvidenceList() {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const readOnly = useCase((store) => store.readOnly);
  const evidenceId = useView((view) => view.evidenceId);
  const [text, setText] = useState('');
  const [group, setGroup] = useState<EvidenceGroup>('all');
  const [form, setForm] = useState<WordsKind | null>(null);
  const close = (): void => setForm(null);
  useAsk('received', () => setForm(readOnly ? null : 'received'));
  const words = useDeferredValue(text);
  const rows = useMemo(() => evidenceRows(state), [state]);
  const shown = useMemo(() => findEvidence(ofGroup(rows, group), words), [rows, group, words]);
  return (
    <>
      <ListHead>
        <HeadRow>
          <FilterField label={t('evidence.filter')} value={text} onChange={setText} />
          {!readOnly && <AddEvidence open={setForm} />}
        </HeadRow>
        <HeadRow>
          {EVIDENCE_GROUPS.map((name) => (
            <Chip key={name} on={group === name} onClick={() => setGroup(name)}>
              {t(`evidence.kinds.${name}`, { count: ofGroup(rows, name).length })}
            </Chip>
          ))}
        </HeadRow>
        {(form === 'link' || form === 'quotation') && (
          <NewEvidenceForm key={form} kind={form} bearing={null} close={close} />
        )}
        {(form === 'received' || form === 'testimony') && (
          <ReceivedForm
            key={form}
            files={form === 'received' ? [] : null}
            bearing={null}
            close={close}
            made={(made) => useView.setState({ evidenceId: made })}
          />
        )}
      </ListHead>
      {rows.length === 0 && (
        <Empty title={t('evidence.none')}>
          <p>{t('evidence.noneHint')}</p>
        </Empty>
      )}
      {rows.length > 0 && shown.length === 0 && <Empty title={t('evidence.noMatch')} />}
      {shown.length > 0 && (
        <VirtualList
          label={t('evidence.list')}
          items={shown}
          keyOf={({ id }) => id}
          rowHeight={44}
          chosen={evidenceId}
          onChoose={(id) => useView.setState({ evidenceId: id })}
        >
          {(row) => <EvidenceRow row={row} />}
        </VirtualList>
      )}
    </>
  );
}
