import { IconArrowsLeftRight, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryChange, HistoryStep as Step } from '#core/queries/history.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { describeChange, describeStep } from './describe-change.ts';
import { readableFields } from './describe-part.ts';
import styles from './history-desk.module.css';
import { PurgeItemDoor, PurgeValueDoor } from './purge-doors.tsx';
import { valueText } from './value-text.ts';

function Change({ change }: { readonly change: HistoryChange }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  return (
    <div className={styles['change']}>
      <p>
        {describeChange(state, change, t)} <PurgeItemDoor change={change} />
      </p>
      <dl>
        {readableFields(change).map((field) => {
          const before = change.before[field] ?? null;
          return (
            <div key={field}>
              <dt>{t(`history.field.${field}`)}</dt>
              <dd>
                {change.op === 'update' && before !== null && (
                  <>
                    <del aria-label={t('history.before')}>
                      <bdi>{valueText(state, change, field, before, t)}</bdi>
                    </del>{' '}
                  </>
                )}
                <bdi>{valueText(state, change, field, change.patch[field] ?? null, t)}</bdi>{' '}
                <PurgeValueDoor change={change} field={field} />
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

/** One action: when, who, what; every field it changed on demand. */
export function HistoryStep({
  step,
  picked,
  pick,
}: {
  readonly step: Step;
  readonly picked: boolean;
  readonly pick: (step: Step) => void;
}) {
  const { t, i18n } = useTranslation();
  const state = useCase((store) => store.state);
  const [open, setOpen] = useState(false);
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(step.at);
  const lines = describeStep(state, step, t);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div className={styles['step']}>
      <button
        type="button"
        className={styles['line']}
        aria-expanded={open}
        disabled={step.changes.length === 0}
        onClick={() => setOpen(!open)}
      >
        <Chevron size={13} aria-hidden />
        <time dateTime={new Date(step.at).toISOString()}>{time}</time>
        <bdi className={styles['who']}>{step.alias || t('history.someone')}</bdi>
        <span className={styles['what']}>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
      </button>
      <button
        type="button"
        className={styles['pick']}
        aria-pressed={picked}
        aria-label={t('history.compare.pick')}
        title={t('history.compare.pick')}
        onClick={() => pick(step)}
      >
        <IconArrowsLeftRight size={14} aria-hidden />
      </button>
      {open &&
        step.changes.map((change) => <Change key={`${change.entity}-${change.entityId}`} change={change} />)}
    </div>
  );
}
