import { ActionIcon, MultiSelect, TagsInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClaimDate } from '#core/model/claim.ts';
import { displayName } from '#core/model/names.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { Section } from '#renderer/ui/components/section.tsx';
import { PartyField } from '../fields/party-field.tsx';
import { LineField } from '../fields/rung-editor.tsx';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

function Dates({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const store = (dates: readonly ClaimDate[]): void =>
    void run(editClaim, { claimId: claim.id, fields: { dates } });
  return (
    <Section label={t('finding.dates')}>
      <ul className={styles['list']}>
        {claim.dates.map((date) => (
          <li key={date.edtf + (date.note ?? '')}>
            <time>{date.edtf}</time>
            <bdi>{date.note}</bdi>
            {!readOnly && (
              <ActionIcon
                aria-label={`${t('common.remove')}: ${date.edtf}`}
                onClick={() => store(claim.dates.filter((held) => held !== date))}
              >
                <IconX size={13} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <LineField
          key={claim.dates.length}
          label={t('finding.addDate')}
          value={null}
          placeholder={t('document.publishedHint')}
          onChange={(edtf) => edtf && store([...claim.dates, { edtf, note: null, calendar: 'gregorian' }])}
        />
      )}
    </Section>
  );
}

/** Tags, who the claim is about, and dates. */
export function Details({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const parties = useCase((store) => store.state.party);
  const store = (fields: Parameters<typeof editClaim>[1]['fields']): void =>
    void run(editClaim, { claimId: claim.id, fields });
  return (
    <>
      <div className={styles['grid']}>
        <MultiSelect
          label={t('finding.subjects')}
          data={[...parties.values()].map((party) => ({ value: party.id, label: displayName(party) }))}
          value={[...claim.subjects]}
          searchable
          readOnly={readOnly}
          onChange={(subjects) => store({ subjects })}
        />
        {!readOnly && (
          <PartyField
            key={claim.subjects.length}
            label={t('common.add')}
            part="subject"
            value={null}
            placeholder={t('document.speakerHint')}
            onChange={(id) => id && store({ subjects: [...claim.subjects, id] })}
          />
        )}
        <TagsInput
          label={t('finding.tags')}
          value={[...claim.tags]}
          readOnly={readOnly}
          onChange={(tags) => store({ tags })}
        />
      </div>
      <Dates claim={claim} readOnly={readOnly} />
    </>
  );
}
