import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dismiss, useMessages } from '#renderer/state/messages-store.ts';
import styles from './messages.module.css';

/** Short messages above the foot; they stay until read or replaced. */
export function Messages() {
  const { t } = useTranslation();
  const messages = useMessages((store) => store.messages);
  return (
    <div className={styles['messages']} aria-live="polite" role="status" aria-label={t('shell.messages')}>
      {messages.map(({ id, kind, text }) => (
        <div
          key={id}
          className={`${styles['message']} ${styles[kind]}`}
          role={kind === 'error' ? 'alert' : undefined}
        >
          <span>{text}</span>
          <button type="button" aria-label={t('common.dismiss')} onClick={() => dismiss(id)}>
            <IconX size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
