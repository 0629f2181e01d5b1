import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ladder, Rung } from '#core/model/ladder.ts';
import { partyName } from '#core/model/names.ts';
import { inheritedFrom, passageFinder } from '#core/queries/passage-around.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { EMPTY_RUNG, RungEditor } from '../fields/rung-editor.tsx';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

function RungWords({ rung, last }: { readonly rung: Rung; readonly last: boolean }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const name = partyName(state, rung.partyId) || rung.unnamed || t('finding.nobody');
  const basis = rung.basis.map((word) => t(`terms.basis.${word}`)).join(', ');
  return (
    <>
      <bdi>{last ? <b>{name}</b> : name}</bdi>
      {rung.role && <bdi>{`, ${rung.role}`}</bdi>}
      {last && (
        <span className={styles['quiet']}>
          {` · ${t(`terms.voice.${rung.mode}`)}`}
          {basis && ` · ${basis}`}
          {rung.basisNote && ` (${/[“"«]/.test(rung.basisNote) ? rung.basisNote : `“${rung.basisNote}”`})`}
        </span>
      )}
      {!last && ' › '}
    </>
  );
}

type StoreLadder = (change: (ladder: Ladder) => Ladder | null) => void;

function Editor({ ladder, store }: { readonly ladder: Ladder; readonly store: StoreLadder }) {
  const { t } = useTranslation();
  return (
    <>
      {ladder.map((rung, index) => (
        // Rungs have no id of their own; their order is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index}>
          <RungEditor
            rung={rung}
            onChange={(fields) =>
              store((now) => now.map((held, at) => (at === index ? { ...held, ...fields } : held)))
            }
          />
          <Button look="quiet" onClick={() => store((now) => now.filter((_, at) => at !== index))}>
            {t('finding.removeRung')}
          </Button>
        </div>
      ))}
      <Button look="quiet" onClick={() => store((now) => [...now, EMPTY_RUNG])}>
        {t('finding.addRung')}
      </Button>
    </>
  );
}

/** "According to": from the article down to who knew it first. */
export function AccordingTo({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const passages = useCase((store) => store.state.passage);
  const [open, setOpen] = useState(false);
  const ladder = useMemo(
    (): Ladder => claim.ladder ?? inheritedFrom(claim, passageFinder({ passage: passages }))?.ladder ?? [],
    [claim, passages],
  );
  const asked = useRef<Ladder | null>(null);
  const store: StoreLadder = (change) => {
    // A change made while the one before is still being stored builds on it, or would undo it.
    const changed = change(asked.current ?? ladder);
    asked.current = changed;
    void run(editClaim, { claimId: claim.id, fields: { ladder: changed } }).finally(() => {
      if (asked.current === changed) asked.current = null;
    });
  };
  const aside = !readOnly && (
    <span className={styles['row']}>
      <span className={styles['small']}>{t(claim.ladder ? 'finding.ownLadder' : 'finding.inherited')}</span>
      {claim.ladder && (
        <Button look="quiet" onClick={() => store(() => null)}>
          {t('finding.backToPassage')}
        </Button>
      )}
      <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'common.done' : 'finding.editLadder')}
      </Button>
    </span>
  );
  return (
    <Section label={t('finding.according')} aside={aside}>
      <div dir="auto">
        {ladder.length === 0 && <span className={styles['quiet']}>{t('finding.noLadder')}</span>}
        {ladder.map((rung, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <RungWords key={index} rung={rung} last={index === ladder.length - 1} />
        ))}
      </div>
      {open && <Editor ladder={ladder} store={store} />}
    </Section>
  );
}
