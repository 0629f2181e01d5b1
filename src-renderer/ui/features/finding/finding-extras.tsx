import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { CONFIDENCES, type Finding, SAID_AS_REPORTED } from '#core/model/finding.ts';
import type { SetFinding } from '#renderer/commands/set-finding.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { LineField } from '../fields/rung-editor.tsx';
import { TextField } from '../fields/text-field.tsx';
import { useDay } from '../fields/use-day.ts';
import styles from './claim-inspector.module.css';

const EXTRAS = ['confidence', 'asOf', 'said', 'wouldChange', 'reviewBy'] as const;
type Extra = (typeof EXTRAS)[number];

type Props = {
  readonly claim: Item<'claim'>;
  readonly finding: Finding;
  readonly readOnly: boolean;
  readonly save: (fields: Partial<SetFinding>, coalesce?: string) => Promise<boolean>;
};

const isSet = (finding: Finding, extra: Extra): boolean =>
  (extra === 'confidence' && finding.confidence !== null) ||
  (extra === 'said' && finding.saidAsReported !== null) ||
  (extra === 'wouldChange' && finding.wouldChange !== null) ||
  (extra === 'reviewBy' && finding.reviewBy !== null);

function Field({ extra, claim, finding, save }: Props & { readonly extra: Extra }) {
  const { t } = useTranslation();
  if (extra === 'confidence') {
    return (
      <div className={styles['row']} role="group" aria-label={t('finding.confidenceLabel')}>
        <span className={styles['small']}>{t('finding.confidenceLabel')}</span>
        {CONFIDENCES.map((name) => (
          <Chip
            key={name}
            on={finding.confidence === name}
            onClick={() => void save({ confidence: finding.confidence === name ? null : name })}
          >
            {t(`terms.confidence.${name}`)}
          </Chip>
        ))}
      </div>
    );
  }
  if (extra === 'said') {
    return (
      <div className={styles['row']} role="group" aria-label={t('finding.saidLabel')}>
        {SAID_AS_REPORTED.map((name) => (
          <Chip
            key={name}
            on={finding.saidAsReported === name}
            onClick={() => void save({ saidAsReported: finding.saidAsReported === name ? null : name })}
          >
            {t(`terms.said.${name}`)}
          </Chip>
        ))}
      </div>
    );
  }
  if (extra === 'wouldChange') {
    return (
      <TextField
        label={t('finding.wouldChangeLabel')}
        showLabel
        value={finding.wouldChange ?? ''}
        store={(wouldChange) => save({ wouldChange }, `finding-${claim.id}-would`)}
      />
    );
  }
  return (
    <LineField
      label={t(`finding.${extra}Label`)}
      type="date"
      value={extra === 'asOf' ? finding.asOf : finding.reviewBy}
      onChange={(day) => save(extra === 'asOf' ? (day ? { asOf: day } : {}) : { reviewBy: day })}
    />
  );
}

/** What may be said beside status and rationale; each shows when it is wanted. */
export function FindingExtras(props: Props) {
  const { t } = useTranslation();
  const { finding, readOnly } = props;
  const day = useDay();
  const [asked, ask] = useState<readonly Extra[]>([]);
  const fitting = EXTRAS.filter((extra) => extra !== 'confidence' || finding.status !== 'unverified');
  const shown = fitting.filter((extra) => isSet(finding, extra) || asked.includes(extra));
  return (
    <fieldset className={styles['fieldset']} disabled={readOnly}>
      {shown.map((extra) => (
        <Field key={extra} extra={extra} {...props} />
      ))}
      <div className={styles['row']}>
        {fitting
          .filter((extra) => !shown.includes(extra))
          .map((extra) => (
            <Chip key={extra} onClick={() => ask([...asked, extra])} disabled={readOnly}>
              {`+ ${t(`finding.${extra}`, { date: day(finding.asOf) })}`}
            </Chip>
          ))}
      </div>
    </fieldset>
  );
}
