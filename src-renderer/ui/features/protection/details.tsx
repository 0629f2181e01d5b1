import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Detail } from '#core/model/detail.ts';
import type { Item } from '#core/model/item.ts';
import { addDetail } from '#renderer/commands/add-detail.ts';
import { editDetail } from '#renderer/commands/edit-detail.ts';
import { removeDetail } from '#renderer/commands/remove-detail.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { PartyField } from '../fields/party-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import own from './protection.module.css';
import { ReplacedPlaces } from './replaced.tsx';
import { WordList } from './word-list.tsx';

type Props = { readonly detail: Item<'detail'>; readonly readOnly: boolean; readonly whose: boolean };

function DetailRow({ detail, readOnly, whose }: Props) {
  const { t } = useTranslation();
  const run = useRun();
  const { id, words } = detail;
  const store = (fields: Partial<Detail>) =>
    run(editDetail, { detailId: id, fields }, `detail-${id}-${Object.keys(fields).join()}`);
  return (
    <li className={own['detail']}>
      <div className={own['line']}>
        <TextField
          label={t('protection.detailWords')}
          showLabel
          value={words}
          readOnly={readOnly}
          store={(typed) => store({ words: typed })}
        />
        {!readOnly && (
          <ActionIcon
            aria-label={t('protection.removeDetail', { words })}
            onClick={() => void run(removeDetail, { detailId: id })}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      <WordList
        label={t('protection.detailSpellings')}
        addLabel={t('protection.detailSpellings')}
        words={detail.spellings}
        readOnly={readOnly}
        store={(spellings) => store({ spellings })}
      />
      <div className={styles['fields']}>
        <TextField
          label={t('protection.detailReplacement')}
          showLabel
          placeholder={t('protection.detailWithheld')}
          value={detail.replacement ?? ''}
          readOnly={readOnly}
          store={(replacement) => store({ replacement })}
        />
        {whose && (
          <PartyField
            label={t('protection.detailWhose')}
            showLabel
            value={detail.partyId}
            readOnly={readOnly}
            onChange={(partyId) => void store({ partyId })}
          />
        )}
      </div>
      <ReplacedPlaces itemId={id} />
    </li>
  );
}

function NewDetail({ partyId }: { readonly partyId: string | null }) {
  const { t } = useTranslation();
  const run = useRun();
  const [words, setWords] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await run(addDetail, { fields: { words, partyId } })) setWords('');
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className={own['line']}>
        <TextInput
          dir="auto"
          aria-label={t('protection.addDetail')}
          placeholder={t('protection.detailsHint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button type="submit" disabled={words.trim() === ''}>
          {t('protection.addDetail')}
        </Button>
      </div>
    </form>
  );
}

/** The words that identify without a name: of one party, or (null) all of the case. */
export function Details(props: { readonly partyId: string | null; readonly readOnly: boolean }) {
  const { t } = useTranslation();
  const { partyId, readOnly } = props;
  const all = useCase((store) => store.state.detail);
  const shown = useMemo(
    () => [...all.values()].filter((detail) => partyId === null || detail.partyId === partyId),
    [all, partyId],
  );
  return (
    <>
      <span className={styles['label']}>{t('protection.details')}</span>
      {shown.length === 0 && <p className={styles['quiet']}>{t('protection.noDetails')}</p>}
      {shown.length > 0 && (
        <ul className={styles['list']} aria-label={t('protection.details')}>
          {shown.map((detail) => (
            <DetailRow key={detail.id} detail={detail} readOnly={readOnly} whose={partyId === null} />
          ))}
        </ul>
      )}
      {!readOnly && <NewDetail partyId={partyId} />}
    </>
  );
}
