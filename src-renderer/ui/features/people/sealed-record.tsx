import { PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealedRecord, SourceRecord } from '#core/model/sealed-record.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import type { PartyProps } from './party-props.ts';
import { ChangePassphrase, SealForm } from './seal-form.tsx';

function OpenForm(props: {
  readonly sealed: SealedRecord;
  readonly opened: (record: SourceRecord) => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const words = useFailureWords();
  const form = useInlineForm<HTMLFormElement>(props.close);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || passphrase === '') return;
    setBusy(true);
    const outcome = await workbench.openSource(props.sealed, passphrase);
    setBusy(false);
    setPassphrase('');
    if (outcome.ok) props.opened(outcome.value);
    else setWrong(words(outcome));
  }
  return (
    <form
      ref={form}
      className={styles['form']}
      noValidate
      onSubmit={(event) => void submit(event)}
      aria-label={t('people.sealed.label')}
    >
      <PasswordInput
        label={t('people.sealed.passphrase')}
        value={passphrase}
        autoFocus
        autoComplete="off"
        error={wrong}
        onChange={(event) => {
          setPassphrase(event.currentTarget.value);
          setWrong(null);
        }}
      />
      <div className={styles['actions']}>
        <Button onClick={props.close}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" disabled={busy || passphrase === ''}>
          {t(busy ? 'people.sealed.working' : 'people.sealed.doOpen')}
        </Button>
      </div>
    </form>
  );
}

function Opened({ record }: { readonly record: SourceRecord }) {
  const { t } = useTranslation();
  return (
    <dl className={styles['facts']} data-opened-record>
      {(['name', 'contact', 'note'] as const).map((field) =>
        record[field] === '' ? null : (
          <div key={field} className={styles['row']}>
            <dt>{t(`people.sealed.${field}`)}</dt>
            <dd>
              <bdi>{record[field]}</bdi>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

type Doing = 'nothing' | 'opening' | 'changing' | 'passphrase';

/** One sealed record: shut until its passphrase is given, and again as soon as it leaves the screen. */
function Sealed(props: PartyProps & { readonly sealed: SealedRecord }) {
  const { t } = useTranslation();
  const { party, sealed, readOnly } = props;
  const [doing, setDoing] = useState<Doing>('nothing');
  // Held by this part of the screen alone: locking, another person or another desk takes it away.
  const [record, setRecord] = useState<SourceRecord | null>(null);
  const done = (): void => setDoing('nothing');
  return (
    <div className={styles['choices']}>
      {record === null ? (
        <p className={styles['quiet']}>{t('people.sealed.sealed')}</p>
      ) : (
        <Opened record={record} />
      )}
      <div className={styles['row']}>
        {record === null ? (
          <Button onClick={() => setDoing('opening')}>{t('people.sealed.open')}</Button>
        ) : (
          <Button onClick={() => setRecord(null)}>{t('people.sealed.hide')}</Button>
        )}
        {record !== null && !readOnly && (
          <Button onClick={() => setDoing('changing')}>{t('people.sealed.change')}</Button>
        )}
        {!readOnly && (
          <Button look="quiet" onClick={() => setDoing('passphrase')}>
            {t('people.sealed.changePassphrase')}
          </Button>
        )}
      </div>
      {doing === 'opening' && (
        <OpenForm
          sealed={sealed}
          close={done}
          opened={(held) => {
            setRecord(held);
            done();
          }}
        />
      )}
      {doing === 'changing' && record !== null && (
        <SealForm
          partyId={party.id}
          previous={{ sealed, record }}
          close={done}
          stored={(held) => {
            setRecord(held);
            done();
          }}
        />
      )}
      {doing === 'passphrase' && (
        <ChangePassphrase
          partyId={party.id}
          sealed={sealed}
          close={() => {
            setRecord(null);
            done();
          }}
        />
      )}
    </div>
  );
}

/** True name and contact of a source, sealed apart from the case. */
export function SealedRecords(props: PartyProps) {
  const { t } = useTranslation();
  const { party, readOnly } = props;
  const [making, setMaking] = useState(false);
  const close = (): void => setMaking(false);
  return (
    <Section label={t('people.sealed.label')}>
      {party.sealed.length === 0 && <p className={styles['quiet']}>{t('people.sealed.none')}</p>}
      {party.sealed.map((sealed) => (
        // Sealed again it is shut again.
        <Sealed key={`${sealed.id} ${sealed.nonce}`} {...props} sealed={sealed} />
      ))}
      {party.sealed.length === 0 && !readOnly && !making && (
        <div>
          <Button onClick={() => setMaking(true)}>{t('people.sealed.seal')}</Button>
        </div>
      )}
      {making && <SealForm partyId={party.id} previous={null} close={close} stored={close} />}
      <Notice tone="plain">{t('people.sealed.about')}</Notice>
    </Section>
  );
}
