import { ActionIcon, TagsInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimDate } from '#core/model/claim.ts';
import { partyName } from '#core/model/names.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { useDateWords } from '#renderer/ui/hooks/use-date-words.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { PartyField } from '../fields/party-field.tsx';
import { LineField } from '../fields/rung-editor.tsx';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

type Fields = Parameters<typeof editClaim>[1]['fields'];
type Store = (fields: Fields) => Promise<boolean>;

function Dates({ claim, readOnly, store }: SectionProps & { readonly store: Store }) {
  const { t } = useTranslation();
  const words = useDateWords();
  const [hijri, setHijri] = useState(false);
  const add = (typed: string): Promise<boolean> => {
    const date: ClaimDate = { edtf: typed, note: null, calendar: hijri ? 'hijri' : 'gregorian' };
    return store({ dates: [...claim.dates, date] });
  };
  return (
    <Section label={t('finding.dates')}>
      <ul className={styles['list']}>
        {claim.dates.map((date) => (
          <li key={date.edtf + (date.note ?? '')}>
            <time title={date.edtf}>{words(date)}</time>
            <bdi>{date.note}</bdi>
            {!readOnly && (
              <ActionIcon
                aria-label={`${t('common.remove')}: ${date.edtf}`}
                onClick={() => void store({ dates: claim.dates.filter((held) => held !== date) })}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className={styles['line']}>
          <LineField
            key={claim.dates.length}
            label={t('finding.addDate')}
            value={null}
            placeholder={t('document.publishedHint')}
            onChange={(typed) => (typed ? add(typed) : undefined)}
          />
          <Chip on={hijri} onClick={() => setHijri(!hijri)}>
            {t('finding.hijri')}
          </Chip>
        </div>
      )}
    </Section>
  );
}

/** Whom the claim is about; each leads to the people's desk. */
function Subjects({ claim, readOnly, store }: SectionProps & { readonly store: Store }) {
  const { t } = useTranslation();
  const state = useCase((held) => held.state);
  const { subjects } = claim;
  return (
    <Section label={t('finding.subjects')}>
      <div className={styles['row']}>
        {subjects.map((id) => (
          <span key={id} className={styles['tag']}>
            <button type="button" onClick={() => useView.setState({ desk: 'people', partyId: id })}>
              <bdi>{partyName(state, id) || t('people.nameless')}</bdi>
            </button>
            {!readOnly && (
              <button
                type="button"
                aria-label={`${t('finding.removeFrom')}: ${partyName(state, id)}`}
                onClick={() => void store({ subjects: subjects.filter((held) => held !== id) })}
              >
                <IconX size={11} aria-hidden />
              </button>
            )}
          </span>
        ))}
        {!readOnly && (
          <div className={styles['grow']}>
            <PartyField
              key={subjects.length}
              label={t('finding.addSubject')}
              part="subject"
              value={null}
              placeholder={t('finding.addSubject')}
              onChange={(id) => id && !subjects.includes(id) && void store({ subjects: [...subjects, id] })}
            />
          </div>
        )}
      </div>
    </Section>
  );
}

/** Whom the claim is about, tags, and dates. */
export function Details({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const store: Store = (fields) => run(editClaim, { claimId: claim.id, fields });
  const props = { claim, readOnly, store };
  return (
    <>
      <Subjects {...props} />
      <Section label={t('finding.tags')}>
        <TagsInput
          aria-label={t('finding.tags')}
          value={[...claim.tags]}
          readOnly={readOnly}
          onChange={(tags) => void store({ tags })}
        />
      </Section>
      <Dates {...props} />
    </>
  );
}
