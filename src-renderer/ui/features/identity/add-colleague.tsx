import { Textarea, TextInput } from '@mantine/core';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewColleague } from '#core/sharing/colleagues.ts';
import { holdsSecretKey, readRecipient } from '#core/sharing/recipient.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { Fingerprint } from './fingerprint.tsx';
import styles from './identity.module.css';

/** The words to compare, as soon as there is a key. */
function Compare({ recipient, signingKey }: Pick<NewColleague, 'recipient' | 'signingKey'>) {
  const { t } = useTranslation();
  return (
    <div className={styles['faint']}>
      <p>{t('identity.compare')}</p>
      <dl className={styles['facts']}>
        <dt>{t('identity.words')}</dt>
        <dd>
          <Fingerprint of={recipient} />
        </dd>
        {signingKey !== null && (
          <>
            <dt>{t('identity.signingWords')}</dt>
            <dd>
              <Fingerprint of={signingKey} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** Adds a colleague: from a card that was read, or by a key to be pasted. */
export function AddColleague({ card, close }: { readonly card: NewColleague | null; close(): void }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const form = useInlineForm<HTMLFormElement>(close);
  const [name, setName] = useState(card?.name ?? '');
  const [key, setKey] = useState(card?.recipient ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const read = readRecipient(key);
  const signingKey = card?.signingKey ?? null;

  /** A secret key does not even get into the field: its undo would bring it back. */
  const refuseSecret = (text: string): boolean => {
    if (!holdsSecretKey(text)) return false;
    setKey('');
    setWrong(t('errors.key-secret'));
    return true;
  };
  const paste = (event: ClipboardEvent): void => {
    if (refuseSecret(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  const change = (text: string): void => {
    if (refuseSecret(text)) return;
    setKey(text);
    setWrong(null);
  };

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!read.ok) {
      setWrong(t(`errors.${read.fault}`));
      return;
    }
    const outcome = await workbench.addColleague({ name, recipient: read.recipient, signingKey });
    if (!outcome.ok) {
      setWrong(wordsOf(outcome));
      return;
    }
    say('done', t('identity.added', { name }));
    close();
  }

  return (
    <form
      ref={form}
      className={`${styles['form']} ${styles['inset']}`}
      noValidate
      onSubmit={(event) => void submit(event)}
      aria-label={t('identity.addTitle')}
    >
      <h2>{t('identity.addTitle')}</h2>
      <TextInput
        size="sm"
        label={t('identity.name')}
        description={t('identity.nameHint')}
        value={name}
        dir="auto"
        autoFocus
        onChange={(event) => {
          setName(event.currentTarget.value);
          setWrong(null);
        }}
      />
      <Textarea
        label={t('identity.key')}
        description={t('identity.keyHint')}
        value={key}
        dir="ltr"
        rows={2}
        spellCheck={false}
        autoComplete="off"
        readOnly={card !== null}
        classNames={{ input: styles['key'] ?? '' }}
        onPaste={paste}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {read.ok && <Compare recipient={read.recipient} signingKey={signingKey} />}
      {wrong !== null && <Notice tone="danger">{wrong}</Notice>}
      <div className={styles['actions']}>
        <Button look="primary" type="submit" disabled={key === ''}>
          {t('common.add')}
        </Button>
        <Button look="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
