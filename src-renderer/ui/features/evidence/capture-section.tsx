import { useTranslation } from 'react-i18next';
import { CAPTURE_PARTS, type Capture, type CapturePart } from '#core/model/capture.ts';
import type { Item } from '#core/model/item.ts';
import { editEvidence } from '#renderer/commands/edit-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { RefText } from '../fields/ref-text.tsx';
import { TextField } from '../fields/text-field.tsx';

/** Of which link an item is a capture, what it shows of it, and how it was taken. */
export function CaptureSection(props: {
  readonly evidence: Item<'evidence'>;
  readonly capture: Capture;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  const run = useRun();
  const { evidence, capture, readOnly } = props;
  const link = useCase((store) => store.state.evidence.get(capture.linkId));
  function store(part: Partial<Capture>): Promise<boolean> {
    // As it stands now: two fields may be stored one right after the other.
    const latest = useCase.getState().state.evidence.get(evidence.id)?.capture ?? capture;
    const fields = { capture: { ...latest, ...part } };
    return run(
      editEvidence,
      { evidenceId: evidence.id, fields },
      `evidence-${evidence.id}-capture-${Object.keys(part).join()}`,
    );
  }
  const toggle = (part: CapturePart): void => {
    const { shows } = capture;
    void store({ shows: shows.includes(part) ? shows.filter((one) => one !== part) : [...shows, part] });
  };
  const text = (name: 'at' | 'tool' | 'by', placeholder = '') => (
    <TextField
      label={t(`evidence.captures.${name}`)}
      showLabel
      value={capture[name] ?? ''}
      readOnly={readOnly}
      placeholder={placeholder}
      store={(value) => store({ [name]: value.trim() === '' ? null : value })}
    />
  );
  const toLink = link && (
    <button
      type="button"
      className={styles['link']}
      onClick={() => useView.setState({ evidenceId: link.id })}
    >
      <RefText entity="evidence" id={link.id} text={link.ref} /> <bdi>{link.title}</bdi>
    </button>
  );
  return (
    <Section label={t('evidence.captures.ofLink')} aside={toLink}>
      <div className={styles['row']} role="group" aria-label={t('evidence.captures.shows')}>
        <span className={styles['label']}>{t('evidence.captures.shows')}</span>
        {CAPTURE_PARTS.map((part) => (
          <Chip key={part} on={capture.shows.includes(part)} disabled={readOnly} onClick={() => toggle(part)}>
            {t(`evidence.capturePart.${part}`)}
          </Chip>
        ))}
      </div>
      <div className={styles['fields']}>
        {text('at', t('evidence.captures.atHint'))}
        {text('tool', t('evidence.captures.toolHint'))}
        {text('by')}
      </div>
    </Section>
  );
}
