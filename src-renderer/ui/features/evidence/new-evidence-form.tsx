import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stance } from '#core/model/claim-parts.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useFormDraft } from '#renderer/ui/hooks/use-form-draft.ts';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from '../finding/claim-inspector.module.css';

/** A link or a quotation: what has no file of its own. */
export function NewEvidenceForm(props: {
  readonly kind: 'link' | 'quotation';
  readonly bearing: { readonly claimId: string; readonly stance: Stance } | null;
  readonly close: () => void;
}) {
  const { t } = useTranslation();
  const run = useRun();
  const { kind, bearing, close } = props;
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [text, setText] = useState('');
  function store(): Promise<boolean> {
    const fields = { ...(title ? { title } : {}), url: url || null, text: text || null };
    return run(attachEvidence, { items: [{ kind, fields }], bearing });
  }
  const ready = (kind === 'link' ? url : text).trim() !== '';
  const draft = useFormDraft({ ready, store, close });
  const form = useInlineForm<HTMLFormElement>(draft.cancel);
  function submit(event: FormEvent): void {
    event.preventDefault();
    void draft.submit();
  }
  return (
    <form
      ref={form}
      className={styles['form']}
      noValidate
      onSubmit={submit}
      aria-label={t(`terms.evidenceKind.${kind}`)}
    >
      <TextInput
        label={t('evidence.title')}
        value={title}
        dir="auto"
        autoFocus={kind !== 'link'}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('evidence.url')}
        value={url}
        type="url"
        autoFocus={kind === 'link'}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      {kind !== 'link' && (
        <Textarea
          label={t('evidence.text')}
          value={text}
          dir="auto"
          autosize
          minRows={2}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className={styles['actions']}>
        <Button onClick={draft.cancel}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" disabled={!ready}>
          {t('common.add')}
        </Button>
      </div>
    </form>
  );
}
