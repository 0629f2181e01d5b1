import { useTranslation } from 'react-i18next';
import type { Leaving } from '#core/protection/leaving.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';

/** What was replaced and left out to protect people, and what is doubtful about it. */
export function ProtectionNotices({ leaving }: { readonly leaving: Leaving }) {
  const { t } = useTranslation();
  const { replaced, leftOut, warnings } = leaving;
  const places = replaced.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {places > 0 && <Notice tone="plain">{t('exchange.replaced', { count: places })}</Notice>}
      {leftOut > 0 && <Notice tone="plain">{t('exchange.offRecord', { count: leftOut })}</Notice>}
      {warnings.map(({ code, words }) => (
        <Notice key={`${code} ${words}`} tone="warn">
          {t(`exchange.protection.${code}`, { words })}
        </Notice>
      ))}
    </>
  );
}
