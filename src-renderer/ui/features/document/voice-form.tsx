import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sameSpan } from '#renderer/commands/support/anchors.ts';
import type { Anchor } from '#core/model/anchor.ts';
import { type Rung, VOICES, type Voice } from '#core/model/ladder.ts';
import { displayName } from '#core/model/names.ts';
import { removePassage } from '#renderer/commands/remove-passage.ts';
import { setPassage } from '#renderer/commands/set-passage.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { EMPTY_RUNG, LineField, RungEditor } from '../fields/rung-editor.tsx';
import styles from './selection-panel.module.css';

const narrator = (publisherId: string | null): Rung => ({
  ...EMPTY_RUNG,
  partyId: publisherId,
  mode: 'narration',
});

/** Gives a stretch of the article to a voice, once; the claims in it inherit its ladder. */
export function VoiceForm({ anchor, done }: { readonly anchor: Anchor; readonly done: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const parties = useCase((store) => store.state.party);
  const publisherId = useCase((store) => store.state.document.get(anchor.documentId)?.publisherId ?? null);
  const held = useCase((store) =>
    [...store.state.passage.values()].find((passage) => sameSpan(passage.anchor, anchor)),
  );
  const [voice, setVoice] = useState<Voice>(held?.voice ?? 'direct');
  const [speaker, setSpeaker] = useState<Rung>(held?.ladder.at(-1) ?? EMPTY_RUNG);
  const [candidates, setCandidates] = useState<readonly string[]>(held?.candidates ?? []);
  const [why, setWhy] = useState<string | null>(held?.why ?? null);

  async function save(): Promise<void> {
    const outer = publisherId ? [narrator(publisherId)] : [];
    const inner: Rung[] =
      voice === 'narration' || (speaker.partyId === null && speaker.unnamed === null)
        ? []
        : [{ ...speaker, mode: voice }];
    if (await run(setPassage, { anchor, voice, ladder: [...outer, ...inner], candidates, why })) done();
  }

  return (
    <div className={styles['voice']} role="group" aria-label={t('document.voiceTitle')}>
      <div className={styles['kinds']}>
        {VOICES.map((kind) => (
          <Chip key={kind} on={voice === kind} onClick={() => setVoice(kind)}>
            {t(`terms.voice.${kind}`)}
          </Chip>
        ))}
      </div>
      {voice !== 'narration' && (
        <RungEditor rung={{ ...speaker, mode: voice }} onChange={setSpeaker} autoFocus />
      )}
      {voice === 'unclear' && (
        <>
          <MultiSelect
            label={t('document.candidates')}
            value={[...candidates]}
            data={[...parties.values()].map((party) => ({ value: party.id, label: displayName(party) }))}
            onChange={setCandidates}
          />
          <LineField label={t('document.why')} value={why} onChange={setWhy} />
        </>
      )}
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
        <Button look="primary" onClick={() => void save()}>
          {t('common.save')}
        </Button>
      </div>
    </div>
  );
}
