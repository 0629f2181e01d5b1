import { MultiSelect } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Anchor } from '#core/model/anchor.ts';
import { VOICES } from '#core/model/ladder.ts';
import { displayName } from '#core/model/names.ts';
import { editDocument } from '#renderer/commands/edit-document.ts';
import { removePassage } from '#renderer/commands/remove-passage.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useEscape } from '#renderer/ui/hooks/use-escape.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { PartyField } from '../fields/party-field.tsx';
import { LineField, RungEditor } from '../fields/rung-editor.tsx';
import styles from './selection-panel.module.css';
import { Through } from './through.tsx';
import { ladderOf, recentSpeakers, useVoiceDraft, type VoiceDraft } from './voice-draft.ts';

/** The people who spoke last before this stretch: one press instead of typing a name. */
function Recent(props: {
  readonly anchor: Anchor;
  readonly draft: VoiceDraft;
  choose(partyId: string): void;
}) {
  const parties = useCase((store) => store.state.party);
  const passages = useCase((store) => store.state.passage);
  const recent = recentSpeakers(passages, props.anchor);
  if (props.draft.speaker.partyId !== null || recent.length === 0) return null;
  return (
    <div className={styles['kinds']}>
      {recent.map((id) => {
        const party = parties.get(id);
        return party ? (
          <Chip key={id} onClick={() => props.choose(id)}>
            {displayName(party)}
          </Chip>
        ) : null;
      })}
    </div>
  );
}

function Unclear(props: { readonly draft: VoiceDraft; change(fields: Partial<VoiceDraft>): void }) {
  const { t } = useTranslation();
  const parties = useCase((store) => store.state.party);
  return (
    <>
      <MultiSelect
        label={t('document.candidates')}
        value={[...props.draft.candidates]}
        searchable
        data={[...parties.values()].map((party) => ({ value: party.id, label: displayName(party) }))}
        onChange={(candidates) => props.change({ candidates })}
      />
      <LineField
        label={t('document.why')}
        value={props.draft.why}
        onChange={(why) => props.change({ why })}
      />
    </>
  );
}

/** Gives a stretch of the article to a voice, once; the claims in it inherit its ladder. */
export function VoiceForm({ anchor, done }: { readonly anchor: Anchor; readonly done: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const document = useCase((store) => store.state.document.get(anchor.documentId));
  const { draft, held, change, changeSpeaker, choose } = useVoiceDraft(anchor, document?.publisherId ?? null);
  const { voice, speaker, candidates, why } = draft;
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, done);

  async function save(): Promise<void> {
    const step = `voice ${anchor.documentId} ${anchor.start}`;
    // Who narrates is said once: the document keeps it for every later stretch.
    if (voice === 'narration' && speaker.partyId !== null && document && document.publisherId === null) {
      const fields = { publisherId: speaker.partyId };
      if (!(await run(editDocument, { documentId: document.id, fields }, step))) return;
    }
    if (await run(setPassage, { anchor, voice, ladder: ladderOf(draft), candidates, why }, step)) done();
  }

  return (
    <form
      ref={form}
      className={styles['voice']}
      aria-label={t('document.voiceTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles['kinds']} role="group" aria-label={t('document.voice')}>
        {VOICES.map((kind) => (
          <Chip key={kind} on={voice === kind} onClick={() => change({ voice: kind })}>
            {t(`document.voiceShort.${kind}`)}
          </Chip>
        ))}
      </div>
      {voice === 'narration' ? (
        <PartyField
          label={t('document.publisherParty')}
          showLabel
          part="speaker"
          value={speaker.partyId}
          onChange={choose}
        />
      ) : (
        <>
          <Recent anchor={anchor} draft={draft} choose={choose} />
          <RungEditor
            rung={speaker}
            withMode={false}
            onChange={changeSpeaker}
            autoFocus={held === undefined}
          />
        </>
      )}
      <Through rungs={draft.through} onChange={(through) => change({ through })} />
      {voice === 'unclear' && <Unclear draft={draft} change={change} />}
      <div className={styles['actions']}>
        {held && (
          <Button
            look="danger"
            onClick={() => void run(removePassage, { passageId: held.id }).then((ok) => ok && done())}
          >
            {t('document.removeVoice')}
          </Button>
        )}
        <Button onClick={done}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
