import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Done } from '#core/ports/workbench.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import styles from './identity.module.css';

/** Changes what somebody is called. */
export function NameForm(props: {
  readonly label: string;
  readonly name: string;
  store(name: string): Promise<Done>;
  close(): void;
}) {
  const { t } = useTranslation();
  const { label, name, store, close } = props;
  const wordsOf = useFailureWords();
  const form = useInlineForm<HTMLFormElement>(close);
  const [text, setText] = useState(name);
  const [wrong, setWrong] = useState<string | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const outcome = await store(text);
    if (outcome.ok) close();
    else setWrong(wordsOf(outcome));
  }
  return (
    <form
      ref={form}
      className={styles['form']}
      onSubmit={(event) => void submit(event)}
      aria-label={t('identity.renameOf', { name })}
    >
      <TextInput
        size="sm"
        label={label}
        value={text}
        dir="auto"
        autoFocus
        error={wrong}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong(null);
        }}
      />
      <div className={styles['actions']}>
        <Button look="primary" type="submit">
          {t('common.save')}
        </Button>
        <Button look="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
