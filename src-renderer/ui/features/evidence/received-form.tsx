import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import { type DragEvent, type FormEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stance } from '#core/model/claim-parts.ts';
import { type Receipt, TERMS } from '#core/model/evidence.ts';
import type { Attachable } from '#core/ports/workbench.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useFormDraft } from '#renderer/ui/hooks/use-form-draft.ts';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { PartyField } from '../fields/party-field.tsx';
import styles from '../finding/claim-inspector.module.css';
import { momentText } from './moment-now.ts';
import { NO_RECEIPT } from './no-receipt.ts';
import { nameOfFile, ReceivedFiles } from './received-files.tsx';
import { useAttach } from './use-attach.ts';

const WAYS = ['signal', 'whatsapp', 'telegram', 'email', 'call', 'person'] as const;

/** The ways that were used in this case, the latest first, then the usual ones. */
function useWays(): string[] {
  const { t } = useTranslation();
  const evidence = useCase((store) => store.state.evidence);
  return useMemo(() => {
    const used = [...evidence.values()].flatMap(({ receipt }) => receipt?.via ?? []).reverse();
    return [...new Set([...used, ...WAYS.map((way) => t(`evidence.way.${way}`))])];
  }, [evidence, t]);
}

/**
 * What was sent or told to us, in one pass by keyboard: from whom by code name, by what way, when,
 * original or forwarded, under which terms. `files` null: testimony, in words.
 */
export function ReceivedForm(props: {
  readonly files: readonly Attachable[] | null;
  readonly bearing: { readonly claimId: string; readonly stance: Stance } | null;
  readonly close: () => void;
  readonly made?: (evidenceId: string) => void;
}) {
  const { t } = useTranslation();
  const run = useRun();
  const workbench = useWorkbench();
  const { attach } = useAttach();
  const ways = useWays();
  const { bearing, close, made } = props;
  const isMedia = props.files !== null;
  const [files, setFiles] = useState(props.files ?? []);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [receipt, setReceipt] = useState<Receipt>(() => ({ ...NO_RECEIPT, when: momentText(new Date()) }));
  // A name that is chosen by the very keys that send the form must go with it.
  const latest = useRef(receipt);
  const set = (part: Partial<Receipt>): void => {
    latest.current = { ...latest.current, ...part };
    setReceipt(latest.current);
  };

  async function storeMedia(): Promise<boolean> {
    const one = files.length === 1 && title.trim() !== '' ? { title } : {};
    const ids = await attach(files, bearing, () => ({ ...one, receipt: latest.current }));
    const [first] = ids;
    if (first !== undefined) made?.(first);
    return ids.length > 0;
  }
  async function storeWords(): Promise<boolean> {
    const id = crypto.randomUUID();
    const fields = { ...(title.trim() ? { title } : {}), text, receipt: latest.current };
    const stored = await run(attachEvidence, { items: [{ id, kind: 'testimony', fields }], bearing });
    if (stored) made?.(id);
    return stored;
  }
  const ready = isMedia ? files.length > 0 : text.trim() !== '';
  const draft = useFormDraft({ ready, store: isMedia ? storeMedia : storeWords, close });
  const form = useInlineForm<HTMLFormElement>(draft.cancel);
  const submit = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    if (ready) void draft.submit();
  };
  const take = (list: FileList | undefined): void => {
    if (list) setFiles((held) => [...held, ...[...list].map((file) => workbench.attachable(file))]);
  };
  const drop = (event: DragEvent): void => {
    if (!isMedia || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    take(event.dataTransfer.files);
  };
  const toggle = <T,>(held: T, chosen: T): T | null => (held === chosen ? null : chosen);
  const kind = isMedia ? 'received' : 'testimony';

  return (
    // Dropping is a shortcut of the pointer; the button adds files by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={styles['form']}
      noValidate
      aria-label={isMedia ? t('evidence.received') : t('terms.evidenceKind.testimony')}
      data-received={kind}
      onSubmit={submit}
      onDrop={drop}
      onPaste={(event) => {
        if (!isMedia || event.clipboardData.files.length === 0) return;
        event.preventDefault();
        take(event.clipboardData.files);
      }}
      onKeyDown={(event) => {
        if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
      }}
    >
      {isMedia ? (
        <ReceivedFiles files={files} change={setFiles} />
      ) : (
        <Textarea
          label={t('evidence.text')}
          value={text}
          dir="auto"
          autosize
          minRows={2}
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className={styles['grid']}>
        <PartyField
          label={t('evidence.from')}
          showLabel
          // The files first; then the keys go on here.
          key={files.length === 0 ? 'waiting' : 'ready'}
          asSource
          autoFocus={files.length > 0}
          placeholder={t('evidence.fromHint')}
          value={receipt.from}
          onChange={(from) => set({ from })}
        />
        <Autocomplete
          label={t('evidence.via')}
          data={ways}
          openOnFocus={false}
          selectFirstOptionOnChange
          dir="auto"
          value={receipt.via ?? ''}
          onChange={(via) => set({ via })}
        />
        <TextInput
          label={t('evidence.when')}
          value={receipt.when ?? ''}
          onChange={(event) => set({ when: event.currentTarget.value })}
        />
        <TextInput
          label={t('evidence.title')}
          placeholder={files.length === 1 ? nameOfFile(files[0]) : ''}
          disabled={isMedia && files.length > 1}
          dir="auto"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label={t('evidence.saidToShow')}
        dir="auto"
        value={receipt.saidToShow ?? ''}
        onChange={(event) => set({ saidToShow: event.currentTarget.value })}
      />
      <div className={styles['row']} role="group" aria-label={t('evidence.howSent')}>
        <span className={styles['small']}>{t('evidence.howSent')}</span>
        {[false, true].map((forwarded) => (
          <Chip
            key={String(forwarded)}
            on={receipt.forwarded === forwarded}
            onClick={() => set({ forwarded: toggle(receipt.forwarded, forwarded) })}
          >
            {t(forwarded ? 'evidence.forwarded' : 'evidence.original')}
          </Chip>
        ))}
      </div>
      <div className={styles['row']} role="group" aria-label={t('evidence.termsLabel')}>
        <span className={styles['small']}>{t('evidence.termsLabel')}</span>
        {TERMS.map((terms) => (
          <Chip
            key={terms}
            on={receipt.terms === terms}
            onClick={() => set({ terms: toggle(receipt.terms, terms) })}
          >
            {t(`terms.terms.${terms}`)}
          </Chip>
        ))}
      </div>
      <div className={styles['actions']}>
        <Button onClick={draft.cancel}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" disabled={!ready}>
          {t('common.add')} <kbd aria-hidden>{'Ctrl ⏎'}</kbd>
        </Button>
      </div>
    </form>
  );
}
