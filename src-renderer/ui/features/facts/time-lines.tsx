import { useTranslation } from 'react-i18next';
import { type Beside, besideDates, givenDates } from '#core/facts/beside.ts';
import type { FactTime } from '#core/facts/file-facts.ts';
import type { Item } from '#core/model/item.ts';
import { useCase } from '#renderer/state/case-store.ts';
import styles from './facts.module.css';

/** The times a file states, with their zones, as it writes them. */
export function Times({ times }: { readonly times: readonly FactTime[] }) {
  const { t } = useTranslation();
  return times.map(({ what, local, zone }) => (
    <div key={`${what} ${local}`}>
      {t(`facts.time.${what}`)} <time dateTime={`${local}${zone ?? ''}`}>{local.replace('T', ' ')}</time>{' '}
      {zone === null ? t('facts.noZone') : <bdi>{zone === 'Z' ? 'UTC' : `UTC${zone}`}</bdi>}
    </div>
  ));
}

/** The file's time beside the dates of the case, in words. */
export function BesideDates(props: {
  readonly evidence: Item<'evidence'>;
  readonly times: readonly FactTime[];
}) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const lines = besideDates(props.times, givenDates(state, props.evidence));
  if (lines.length === 0) return null;
  const words = ({ from, ref, given, time, verdict }: Beside): string => {
    const beside = t(`facts.beside.${from}`, { ref: ref ?? '', given });
    const what = `${t(`facts.time.${time.what}`)} ${time.local.replace('T', ' ')}`;
    if (verdict.kind === 'fits') return t('facts.fits', { what, beside });
    return verdict.days === 0
      ? t(`facts.${verdict.kind}_zero`, { what, beside })
      : t(`facts.${verdict.kind}`, { what, beside, count: verdict.days });
  };
  return (
    <div>
      <b>{t('facts.comparison')}</b>
      <ul className={styles['signs']}>
        {lines.map((line) => (
          <li key={`${line.from} ${line.ref} ${line.given}`} data-verdict={line.verdict.kind}>
            {words(line)}
          </li>
        ))}
      </ul>
    </div>
  );
}
