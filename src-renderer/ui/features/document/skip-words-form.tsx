import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Anchor } from '#core/model/anchor.ts';
import { SKIP_REASONS } from '#core/model/claim.ts';
import { skipWords } from '#renderer/commands/skip-words.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useEscape } from '#renderer/ui/hooks/use-escape.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './selection-panel.module.css';

/** Leaves the chosen words aside: one press on the reason. */
export function SkipWordsForm({ anchor, leave }: { readonly anchor: Anchor; readonly leave: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const form = useRef<HTMLDivElement>(null);
  useEscape(form, leave);
  return (
    <div ref={form} className={styles['kinds']} role="group" aria-label={t('finding.skipTitle')}>
      <span>{t('finding.skipTitle')}</span>
      {SKIP_REASONS.map((reason, index) => (
        <Chip
          key={reason}
          autoFocus={index === 0}
          onClick={() => void run(skipWords, { anchor, reason }).then((done) => done && leave())}
        >
          {t(`terms.skip.${reason}`)}
        </Chip>
      ))}
    </div>
  );
}
