import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealedRecord, SourceRecord } from '#core/model/sealed-record.ts';
import type { SealSource } from '#core/ports/source-work.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { TypedPhrase } from '../identity/typed-phrase.tsx';

const NO_RECORD: SourceRecord = { name: '', contact: '', note: '' };
const NO_PHRASE = { passphrase: '', acceptable: false };

/** A form that seals; what is typed in it is kept nowhere else, so a lock takes it away. */
function Frame(props: {
  readonly ready: boolean;
  readonly input: () => SealSource;
  readonly close: () => void;
  readonly stored: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const words = useFailureWords();
  const form = useInlineForm<HTMLFormElement>(props.close);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || !props.ready) return;
    setBusy(true);
    const outcome = await workbench.sealSource(props.input());
    setBusy(false);
    if (!outcome.ok) return setWrong(words(outcome));
    say('done', t('people.sealed.kept'));
    props.stored();
  }
  return (
    <form
      ref={form}
      className={styles['form']}
      noValidate
      onSubmit={(event) => void submit(event)}
      aria-label={t('people.sealed.label')}
    >
      {props.children}
      {wrong !== null && <Notice tone="danger">{wrong}</Notice>}
      <div className={styles['actions']}>
        <Button onClick={props.close}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" disabled={busy || !props.ready}>
          {t(busy ? 'people.sealed.working' : 'people.sealed.store')}
        </Button>
      </div>
    </form>
  );
}

function Passphrase(props: { readonly value: string; readonly change: (words: string) => void }) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('people.sealed.passphrase')}
      value={props.value}
      autoComplete="off"
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  );
}

/** Seals a new record under a new passphrase, or a changed one under the passphrase it has. */
export function SealForm(props: {
  readonly partyId: string;
  readonly previous: { readonly sealed: SealedRecord; readonly record: SourceRecord } | null;
  readonly close: () => void;
  readonly stored: (record: SourceRecord) => void;
}) {
  const { t } = useTranslation();
  const { partyId, previous } = props;
  const [record, setRecord] = useState(previous?.record ?? NO_RECORD);
  const [phrase, setPhrase] = useState(NO_PHRASE);
  const [known, setKnown] = useState('');
  const isFilled = Object.values(record).some((text) => text.trim() !== '');
  const ready = isFilled && (previous === null ? phrase.acceptable : known !== '');
  const input = (): SealSource => ({
    partyId,
    previous: previous?.sealed ?? null,
    passphrase: previous === null ? phrase.passphrase : known,
    newPassphrase: null,
    record,
  });
  const set = (part: Partial<SourceRecord>): void => setRecord({ ...record, ...part });
  return (
    <Frame ready={ready} input={input} close={props.close} stored={() => props.stored(record)}>
      <div className={styles['fields']}>
        <TextInput
          label={t('people.sealed.name')}
          dir="auto"
          autoComplete="off"
          autoFocus
          value={record.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('people.sealed.contact')}
          dir="auto"
          autoComplete="off"
          value={record.contact}
          onChange={(event) => set({ contact: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('people.sealed.note')}
        dir="auto"
        autosize
        minRows={1}
        maxRows={6}
        value={record.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {previous === null ? (
        <TypedPhrase label={t('people.sealed.newPassphrase')} onChange={setPhrase} />
      ) : (
        <Passphrase value={known} change={setKnown} />
      )}
    </Frame>
  );
}

/** Seals the same record under another passphrase. */
export function ChangePassphrase(props: {
  readonly partyId: string;
  readonly sealed: SealedRecord;
  readonly close: () => void;
}) {
  const { t } = useTranslation();
  const [known, setKnown] = useState('');
  const [phrase, setPhrase] = useState(NO_PHRASE);
  const input = (): SealSource => ({
    partyId: props.partyId,
    previous: props.sealed,
    passphrase: known,
    newPassphrase: phrase.passphrase,
    record: null,
  });
  return (
    <Frame ready={known !== '' && phrase.acceptable} input={input} close={props.close} stored={props.close}>
      <Passphrase value={known} change={setKnown} />
      <TypedPhrase label={t('people.sealed.newPassphrase')} onChange={setPhrase} />
    </Frame>
  );
}
