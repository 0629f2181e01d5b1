import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Receipt, TERMS } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { PartyField } from '../fields/party-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { NO_RECEIPT } from './no-receipt.ts';

/** How an item reached us: from whom, by what way, under which terms. */
export function ReceiptSection(props: { readonly evidence: Item<'evidence'>; readonly readOnly: boolean }) {
  const { t } = useTranslation();
  const run = useRun();
  const { evidence, readOnly } = props;
  const [asked, ask] = useState(false);
  const { id } = evidence;
  const receipt = evidence.receipt ?? NO_RECEIPT;
  const shown = evidence.receipt !== null || evidence.kind === 'testimony' || asked;

  function store(part: Partial<Receipt>): Promise<boolean> {
    // As it stands now: two fields may be stored one right after the other.
    const latest = useCase.getState().state.evidence.get(id)?.receipt ?? NO_RECEIPT;
    const fields = { receipt: { ...latest, ...part } };
    return run(
      editEvidence,
      { evidenceId: id, fields },
      `evidence-${id}-receipt-${Object.keys(part).join()}`,
    );
  }
  const text = (name: 'via' | 'when' | 'saidToShow' | 'consent', placeholder = '') => (
    <TextField
      label={t(`evidence.${name}`)}
      showLabel
      value={receipt[name] ?? ''}
      readOnly={readOnly}
      placeholder={placeholder}
      store={(value) => store({ [name]: value.trim() === '' ? null : value })}
    />
  );
  const toggle = <T,>(held: T, chosen: T): T | null => (held === chosen ? null : chosen);

  if (!shown) {
    return readOnly ? null : (
      <div className={styles['row']}>
        <Chip onClick={() => ask(true)}>{t('evidence.addReceipt')}</Chip>
      </div>
    );
  }
  return (
    <Section label={t('evidence.receipt')}>
      <div className={styles['fields']}>
        <PartyField
          label={t('evidence.from')}
          showLabel
          value={receipt.from}
          readOnly={readOnly}
          onChange={(from) => void store({ from })}
        />
        {text('via', t('evidence.receiptVia'))}
        {text('when', t('evidence.receiptWhen'))}
        {text('consent')}
      </div>
      {text('saidToShow')}
      <div className={styles['row']} role="group" aria-label={t('evidence.howSent')}>
        <span className={styles['label']}>{t('evidence.howSent')}</span>
        {[false, true].map((forwarded) => (
          <Chip
            key={String(forwarded)}
            on={receipt.forwarded === forwarded}
            disabled={readOnly}
            onClick={() => void store({ forwarded: toggle(receipt.forwarded, forwarded) })}
          >
            {t(forwarded ? 'evidence.forwarded' : 'evidence.original')}
          </Chip>
        ))}
      </div>
      <div className={styles['row']} role="group" aria-label={t('evidence.termsLabel')}>
        <span className={styles['label']}>{t('evidence.termsLabel')}</span>
        {TERMS.map((terms) => (
          <Chip
            key={terms}
            on={receipt.terms === terms}
            disabled={readOnly}
            onClick={() => void store({ terms: toggle(receipt.terms, terms) })}
          >
            {t(`terms.terms.${terms}`)}
          </Chip>
        ))}
      </div>
    </Section>
  );
}
