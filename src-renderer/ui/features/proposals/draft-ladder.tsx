import { Select } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, type DraftRung, voicedAs } from '#core/proposing/draft.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { EMPTY_RUNG, LineField, RungFields } from '../fields/rung-editor.tsx';
import { Known } from './known.tsx';
import styles from './proposals.module.css';
import { changeDrafts, editDraft } from './use-drafts.ts';

const KINDS = ['person', 'organisation', 'document'] as const;
const { partyId: _, ...EMPTY } = EMPTY_RUNG;
type Ladder = readonly DraftRung[];

const NEW_RUNG: DraftRung = { ...EMPTY, party: null };

/** Who a step is: by name alone, since nobody is made before the proposal is taken. */
function Who(props: { readonly rung: DraftRung; readonly onChange: (fields: Partial<DraftRung>) => void }) {
  const { t } = useTranslation();
  const { rung, onChange } = props;
  const { party } = rung;
  return (
    <>
      <LineField
        label={t('document.speaker')}
        placeholder={t('document.speakerHint')}
        value={party?.name ?? null}
        onChange={(name) =>
          onChange(
            name === null ? { party: null } : { party: { kind: 'person', ...party, name }, unnamed: null },
          )
        }
      />
      {party && (
        <div className={styles['kind']}>
          <Select
            aria-label={t('proposals.partyKind')}
            value={party.kind}
            allowDeselect={false}
            data={KINDS.map((kind) => ({ value: kind, label: t(`terms.partyKind.${kind}`) }))}
            onChange={(kind) => kind && onChange({ party: { ...party, kind } })}
          />
          <Known name={party.name} />
        </div>
      )}
    </>
  );
}

/** Changes who says so, rung by rung, before the proposal is taken. */
export function DraftLadder({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const { ladder } = voicedAs(draft);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  // From what is there by then: two fields left in one moment both count.
  const store = (changed: (ladder: Ladder) => Ladder): void =>
    changeDrafts(`${draft.key} own`, (drafts) =>
      drafts.map((held) =>
        held.key === draft.key ? { ...held, own: changed(voicedAs(held).ladder) } : held,
      ),
    );
  return (
    <div ref={place} className={styles['ladder']} role="group" aria-label={t('finding.according')}>
      {ladder.map((rung, index) => {
        const change = (fields: Partial<DraftRung>): void =>
          store((now) => now.map((held, at) => (at === index ? { ...held, ...fields } : held)));
        return (
          // Rungs have no id of their own; their order is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index}>
            <RungFields
              rung={rung}
              who={<Who rung={rung} onChange={change} />}
              named={rung.party !== null}
              onChange={change}
              withMode
            />
            <Button look="quiet" onClick={() => store((now) => now.filter((_rung, at) => at !== index))}>
              {t('finding.removeRung')}
            </Button>
          </div>
        );
      })}
      <div className={styles['line']}>
        <Button look="quiet" onClick={() => store((now) => [...now, NEW_RUNG])}>
          {t('finding.addRung')}
        </Button>
        {draft.own && (
          <Button look="quiet" onClick={() => editDraft(draft.key, { own: null })}>
            {t('proposals.asRead')}
          </Button>
        )}
      </div>
    </div>
  );
}
