import { useTranslation } from 'react-i18next';
import type { BadRow, ImportPlan } from '#core/exchange/claims/plan-import.ts';
import styles from './exchange.module.css';

/** Rows shown before the import; the counts speak of all. */
const SHOWN = 50;

function BadRows({ bad }: { readonly bad: readonly BadRow[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles['part']} aria-label={t('exchange.import.bad', { count: bad.length })}>
      <h2>{t('exchange.import.bad', { count: bad.length })}</h2>
      <ul className={styles['list']}>
        {bad.slice(0, SHOWN).map(({ line, field, why, text }) => (
          <li key={line}>
            {t(`exchange.import.why.${why}`, { line, field: t(`exchange.field.${field}`), text })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What would be made, row by row, and what cannot be. */
export function ImportPreview({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation();
  return (
    <>
      {plan.bad.length > 0 && <BadRows bad={plan.bad} />}
      <section
        className={styles['part']}
        aria-label={t('exchange.import.made', { count: plan.claims.length })}
      >
        <h2>{t('exchange.import.made', { count: plan.claims.length })}</h2>
        <div>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('exchange.import.line')}</th>
                <th scope="col">{t('exchange.field.statement')}</th>
                <th scope="col">{t('exchange.field.speaker')}</th>
                <th scope="col">{t('exchange.field.status')}</th>
                <th scope="col">{t('exchange.import.place')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.claims.slice(0, SHOWN).map(({ line, fields, speaker, finding, anchors, already }) => (
                <tr key={line}>
                  <td>{line}</td>
                  <td dir="auto">
                    {fields.statement}
                    {already !== null && ` (${t('exchange.import.already', { ref: already })})`}
                  </td>
                  <td dir="auto">{speaker?.name ?? ''}</td>
                  <td>
                    {finding
                      ? `${t(`terms.status.${finding.status}`)}: ${t(`terms.reason.${finding.reason}`)}`
                      : t('exchange.import.noFinding')}
                  </td>
                  <td>{t(anchors.length > 0 ? 'exchange.import.placed' : 'exchange.import.nowhere')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
