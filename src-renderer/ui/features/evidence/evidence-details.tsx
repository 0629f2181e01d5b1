import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { removeEvidence } from '#renderer/commands/remove-evidence.ts';
import type { EvidenceFields } from '#renderer/commands/support/evidence-fields.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Record } from '#renderer/ui/components/record.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { TextField } from '../fields/text-field.tsx';
import { Bearings } from './bearings.tsx';
import { CaptureSection } from './capture-section.tsx';
import { CapturesSection } from './captures-section.tsx';
import { CustodySection } from './custody-section.tsx';
import { FactsSection } from '../facts/facts-section.tsx';
import { EvidenceIcon } from './evidence-icon.tsx';
import { FileSection } from './file-section.tsx';
import { GradingSection, useFullGrading } from './grading-section.tsx';
import { OriginSection } from './origin-section.tsx';
import { ReceiptSection } from './receipt-section.tsx';

/** The fields of an item that are one text each. */
type TextName = 'title' | 'description' | 'url' | 'capturedAt' | 'text';

function Head({ evidence }: { readonly evidence: Item<'evidence'> }) {
  const { t } = useTranslation();
  const run = useRun();
  const readOnly = useCase((store) => store.readOnly);
  const { id, ref, kind } = evidence;
  const remove = async (): Promise<void> => {
    if (!(await run(removeEvidence, { evidenceId: id }))) return;
    useView.setState({ evidenceId: null });
    say('done', t('evidence.removed', { ref }));
  };
  return (
    <div className={styles['top']}>
      <EvidenceIcon evidence={evidence} />
      <h2>
        <RefText entity="evidence" id={id} text={ref} />
      </h2>
      <span>{t(`terms.evidenceKind.${kind}`)}</span>
      <span className={styles['end']}>
        <Button look="quiet" onClick={() => useView.setState({ desk: 'history', historyOf: id })}>
          {t('evidence.history')}
        </Button>
        {!readOnly && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button look="quiet" aria-label={t('common.more')}>
                <IconDots size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item color="var(--d)" onClick={() => void remove()}>
                {t('evidence.remove')}
              </Menu.Item>
              <Menu.Item
                color="var(--d)"
                onClick={() => showScreen({ kind: 'purge', asked: { kind: 'item', entity: 'evidence', id } })}
              >
                {t('share.purge.action')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
    </div>
  );
}

/** Everything about one evidence item. */
export function EvidenceDetails({ evidence }: { readonly evidence: Item<'evidence'> }) {
  const { t } = useTranslation();
  const run = useRun();
  const readOnly = useCase((store) => store.readOnly);
  const legal = useFullGrading();
  const { id, kind } = evidence;
  const store =
    (name: TextName) =>
    (value: string): Promise<boolean> => {
      const fields: Partial<EvidenceFields> = { [name]: value };
      return run(editEvidence, { evidenceId: id, fields }, `evidence-${id}-${name}`);
    };
  const field = (name: TextName, label: string, look?: { className?: string; multiline?: boolean }) => (
    <TextField
      label={label}
      showLabel={name !== 'title'}
      value={evidence[name] ?? ''}
      readOnly={readOnly}
      store={store(name)}
      {...look}
    />
  );
  return (
    <Record name={evidence.ref}>
      <Head evidence={evidence} />
      {field('title', t('evidence.title'), { className: styles['big'] ?? '' })}
      {evidence.text !== null || kind === 'quotation' || kind === 'testimony'
        ? field('text', t('evidence.text'), { multiline: true, className: styles['reading'] ?? '' })
        : null}
      {(kind === 'link' || kind === 'quotation' || evidence.url !== null) && (
        <div className={styles['fields']}>
          {field('url', t('evidence.url'))}
          {field('capturedAt', t('evidence.captured'))}
        </div>
      )}
      {kind === 'link' && <CapturesSection link={evidence} readOnly={readOnly} />}
      {evidence.capture && (
        <CaptureSection evidence={evidence} capture={evidence.capture} readOnly={readOnly} />
      )}
      {evidence.file && <FileSection evidence={evidence} file={evidence.file} />}
      {evidence.file && <FactsSection evidence={evidence} file={evidence.file} />}
      <Bearings evidence={evidence} readOnly={readOnly} />
      {evidence.capture === null && <OriginSection evidence={evidence} readOnly={readOnly} />}
      {legal && <GradingSection evidence={evidence} readOnly={readOnly} />}
      <ReceiptSection evidence={evidence} readOnly={readOnly} />
      {field('description', t('evidence.description'), { multiline: true })}
      <CustodySection evidence={evidence} />
    </Record>
  );
}
