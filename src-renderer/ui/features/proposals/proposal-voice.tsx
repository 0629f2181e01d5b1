import { useTranslation } from 'react-i18next';
import { type Draft, type DraftRung, voicedAs } from '#core/proposing/draft.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { DraftLadder } from './draft-ladder.tsx';
import { useDoubtWords } from './doubt-words.ts';
import { Known } from './known.tsx';
import styles from './proposals.module.css';
import { editDraft, setReady } from './use-drafts.ts';

function RungLine({ rung }: { readonly rung: DraftRung }) {
  const { t } = useTranslation();
  const basis = rung.basis.map((word) => t(`terms.basis.${word}`)).join(', ');
  return (
    <li>
      <span>
        <b dir="auto">{rung.party?.name ?? rung.unnamed ?? t('proposals.nobody')}</b>
        {rung.role && ', '}
        {rung.role && <bdi>{rung.role}</bdi>}
        <span className={styles['quiet']}>
          {` · ${t(`terms.voice.${rung.mode}`)} · ${basis}`}
          {rung.basisNote && ' (“'}
          {rung.basisNote && <bdi>{rung.basisNote}</bdi>}
          {rung.basisNote && '”)'}
        </span>
      </span>
      {rung.party && <Known name={rung.party.name} />}
    </li>
  );
}

/** Who says so, as the article has it; where that is not clear, who it may be, to choose from. */
export function ProposalVoice({ draft, editing }: { readonly draft: Draft; readonly editing: boolean }) {
  const { t } = useTranslation();
  const doubtWords = useDoubtWords();
  const { ladder, voice } = voicedAs(draft);
  const settle = (settled: number | null) => () => editDraft(draft.key, { settled, own: null });
  const aside = (
    <Button
      look="quiet"
      aria-expanded={editing}
      onClick={() => setReady(() => ({ asked: editing ? null : 'ladder' }))}
    >
      {t(editing ? 'common.done' : 'finding.editLadder')} <Kbd keys={['L']} />
    </Button>
  );
  return (
    <Section label={t('proposals.voice')} aside={aside}>
      {draft.voice === 'unclear' && (
        <>
          <Notice tone="warn">
            {t('proposals.unclear')} {draft.doubt && doubtWords(draft.doubt)}
          </Notice>
          <div className={styles['chips']} role="group" aria-label={t('proposals.voice')}>
            {draft.candidates.map(({ rung }, at) => {
              const name = rung ? (rung.party?.name ?? rung.unnamed) : t('proposals.narration');
              return (
                <Chip key={name} on={draft.own === null && draft.settled === at} onClick={settle(at)}>
                  <bdi>{name}</bdi>
                </Chip>
              );
            })}
            <Chip on={draft.own === null && draft.settled === null} onClick={settle(null)}>
              {t('proposals.stayUnclear')}
            </Chip>
          </div>
        </>
      )}
      {draft.voice !== 'unclear' && draft.doubt && <Notice tone="plain">{doubtWords(draft.doubt)}</Notice>}
      {voice === 'narration' && ladder.length === 0 && (
        <span className={styles['quiet']}>{t('proposals.narration')}</span>
      )}
      {editing && <DraftLadder key={draft.key} draft={draft} />}
      {!editing && ladder.length > 0 && (
        <ol className={styles['rungs']}>
          {ladder.map((rung, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <RungLine key={at} rung={rung} />
          ))}
        </ol>
      )}
    </Section>
  );
}
