import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toggleKeys, useScreens } from '#renderer/state/screens-store.ts';
import styles from './keys-panel.module.css';

/** What the keys do, by where they work; the keys as they are printed on a Latin keyboard. */
const GROUPS = {
  list: ['J K', 'U', '/', 'Ctrl K', 'F6', 'Ctrl Z', 'Ctrl ⇧ Z', 'Ctrl L', 'P'],
  article: ['↑ ↓', '← →', '⇧ ← →', 'N', 'V', 'Esc', '⇧ X', 'G'],
  claim: ['1 2 3', 'E', 'C', 'R', 'S', 'X', 'Ctrl ⏎', 'M'],
} as const;

/** The keyboard at a glance, beside the work rather than over it. */
export function KeysPanel() {
  const { t } = useTranslation();
  const open = useScreens((screens) => screens.keys);
  if (!open) return null;
  return (
    <aside className={styles['panel']} aria-label={t('shell.shortcuts')}>
      <header>
        <h2>{t('shell.shortcuts')}</h2>
        <button type="button" aria-label={t('common.close')} onClick={toggleKeys}>
          <IconX size={15} aria-hidden />
        </button>
      </header>
      {(['article', 'claim', 'list'] as const).map((group) => (
        <section key={group}>
          <h3>{t(`shell.keyGroup.${group}`)}</h3>
          <dl>
            {GROUPS[group].map((keys, at) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(`shell.key.${group}${at}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </aside>
  );
}
