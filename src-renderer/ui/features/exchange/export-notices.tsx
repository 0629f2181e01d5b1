import { useTranslation } from 'react-i18next';
import type { BuiltExport, TextFormat } from '#core/exchange/build-export.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from './exchange.module.css';

/** Fields that are missing, each with the claims it is missing from. */
function byField({
  missing,
}: BuiltExport): Map<string, { readonly required: boolean; readonly refs: string[] }> {
  const fields = new Map<string, { required: boolean; refs: string[] }>();
  for (const { ref, field, required } of missing) {
    const held = fields.get(field);
    if (held) held.refs.push(ref);
    else fields.set(field, { required, refs: [ref] });
  }
  return fields;
}

/** References, the first few by name. */
const SHOWN = 8;

/** What the person should see before the file leaves. */
export function ExportNotices(props: { readonly built: BuiltExport; readonly format: TextFormat }) {
  const { built, format } = props;
  const { t } = useTranslation();
  const refs = (all: readonly string[]): string =>
    all.length <= SHOWN
      ? all.join(', ')
      : t('exchange.more', { refs: all.slice(0, SHOWN).join(', '), count: all.length - SHOWN });
  const fields = [...byField(built)];
  const draft = fields.some(([, { required }]) => required);
  return (
    <>
      <Notice tone="warn">{t('exchange.plain')}</Notice>
      {draft && <Notice tone="warn">{t('exchange.review.draft')}</Notice>}
      {fields.length > 0 && (
        <section className={styles['part']} aria-label={t('exchange.review.missing')}>
          <h2>{t('exchange.review.missing')}</h2>
          <ul className={styles['list']}>
            {fields.map(([field, { required, refs: all }]) => (
              <li key={field}>
                <code>{field}</code>{' '}
                {t(required ? 'exchange.review.required' : 'exchange.review.recommended', {
                  refs: refs(all),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {built.leftOut.length > 0 && (
        <Notice tone="plain">{t(`exchange.leftOut.${format}`, { refs: refs(built.leftOut) })}</Notice>
      )}
    </>
  );
}
