import { type DragEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { independentOrigins, type Voice } from '#core/finding/origins.ts';
import { STANCES, type Stance } from '#core/model/claim-parts.ts';
import type { Item } from '#core/model/item.ts';
import { assessmentsOf } from '#core/queries/indexes.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Section } from '#renderer/ui/components/section.tsx';
import { NewEvidenceForm } from '../evidence/new-evidence-form.tsx';
import { ReceivedForm } from '../evidence/received-form.tsx';
import { useAttach } from '../evidence/use-attach.ts';
import { AttachBar, type AttachForm } from './attach-bar.tsx';
import styles from './claim-inspector.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import { HeldForm } from './held-form.tsx';
import type { SectionProps } from './section-props.ts';

function Group(props: {
  readonly claimId: string;
  readonly stance: Stance;
  readonly origins: string | null;
  readonly held: readonly Item<'assessment'>[];
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  const { claimId, stance, origins, held, readOnly } = props;
  const { attachFiles } = useAttach();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    setOver(false);
    if (readOnly || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void attachFiles(event.dataTransfer.files, { claimId, stance });
  };
  return (
    // Dropping is a shortcut of the pointer; the buttons below attach by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={`${styles['group']} ${over ? styles['over'] : ''}`}
      role="group"
      aria-label={t(`finding.${stance}`)}
      onDragEnter={() => setOver(!readOnly)}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <h4>
        {t(`finding.${stance}`)}
        {origins !== null && ` · ${origins}`}
      </h4>
      {held.map((assessment) => (
        <EvidenceCard key={assessment.id} assessment={assessment} readOnly={readOnly} />
      ))}
    </div>
  );
}

/** What speaks for, against, and around the claim, with how many origins. */
export function EvidenceSection({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const [form, open] = useState<AttachForm>('none');
  const [stance, setStance] = useState<Stance>('supports');
  const assessments = assessmentsOf(state, claim.id);
  const voices = useMemo(() => independentOrigins(state, claim.id), [state, claim.id]);
  const countOf = (side: readonly Voice[], count: number): string =>
    side.length > 0 && side.every(({ unknown }) => unknown)
      ? t('finding.originUnknown')
      : t('finding.origins', { count });
  const origins: Record<Stance, string | null> = {
    supports: countOf(voices.supports, voices.forCount),
    contradicts: countOf(voices.contradicts, voices.againstCount),
    background: null,
  };
  const close = (): void => open('none');
  const bearing = { claimId: claim.id, stance };
  return (
    <Section label={t('evidence.list')}>
      <div className={styles['groups']}>
        {STANCES.map((name) => {
          const held = assessments.filter((assessment) => assessment.stance === name);
          if (name === 'background' && held.length === 0) return null;
          return (
            <Group
              key={name}
              claimId={claim.id}
              stance={name}
              origins={origins[name]}
              held={held}
              readOnly={readOnly}
            />
          );
        })}
      </div>
      {!readOnly && (
        <AttachBar claimId={claim.id} stance={stance} setStance={setStance} form={form} open={open} />
      )}
      {form === 'held' && <HeldForm {...bearing} close={close} />}
      {(form === 'received' || form === 'testimony') && (
        <ReceivedForm key={form} files={form === 'received' ? [] : null} bearing={bearing} close={close} />
      )}
      {(form === 'link' || form === 'quotation') && (
        <NewEvidenceForm key={form} kind={form} bearing={bearing} close={close} />
      )}
    </Section>
  );
}
