import { ActionIcon, Select, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#core/model/claim-parts.ts';
import { notesOf } from '#core/queries/indexes.ts';
import { addNote } from '#renderer/commands/add-note.ts';
import { answerQuestion } from '#renderer/commands/answer-question.ts';
import { editNote } from '#renderer/commands/edit-note.ts';
import { removeNote } from '#renderer/commands/remove-note.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { useFormDraft } from '#renderer/ui/hooks/use-form-draft.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { TextField } from '../fields/text-field.tsx';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

const KINDS: readonly Note['kind'][] = ['note', 'calculation', 'question'];

function NewNote({ claimId, close }: { readonly claimId: string; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const [kind, setKind] = useState<Note['kind']>('note');
  const [text, setText] = useState('');
  const ready = text.trim() !== '';
  const draft = useFormDraft({ ready, store: () => run(addNote, { claimId, kind, text }), close });
  return (
    <div className={styles['form']}>
      <Select
        aria-label={t('finding.notes')}
        value={kind}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: t(`terms.noteKind.${value}`) }))}
        onChange={(value) => value && setKind(value)}
      />
      <Textarea
        aria-label={t('finding.note')}
        value={text}
        dir="auto"
        autosize
        autoFocus
        minRows={2}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles['actions']}>
        <Button onClick={draft.cancel}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={!ready} onClick={() => void draft.submit()}>
          {t('common.add')}
        </Button>
      </div>
    </div>
  );
}

/** Notes, calculations and open questions: they belong to the claim and are no evidence. */
export function Notes({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const state = useCase((store) => store.state);
  const [open, setOpen] = useState(false);
  const notes = notesOf(state, claim.id);
  const aside = !readOnly && (
    <Button look="quiet" onClick={() => setOpen(true)}>
      {t('finding.addNote')}
    </Button>
  );
  return (
    <Section label={t('finding.notes')} aside={aside}>
      {notes.map((note) => (
        <div
          key={note.id}
          className={`${styles['note']} ${note.kind === 'question' && note.answer === null ? styles['open'] : ''}`}
        >
          <div className={styles['line']}>
            <span
              className={
                note.kind === 'question' && note.answer === null ? styles['nothing'] : styles['small']
              }
            >
              {t(`terms.noteKind.${note.kind}`)}
            </span>
            {!readOnly && (
              <ActionIcon
                aria-label={`${t('common.remove')}: ${note.text.slice(0, 40)}`}
                onClick={() => void run(removeNote, { noteId: note.id })}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            )}
          </div>
          <TextField
            label={t('finding.note')}
            value={note.text}
            multiline
            readOnly={readOnly}
            store={(text) => run(editNote, { noteId: note.id, fields: { text } }, `note-${note.id}`)}
          />
          {note.kind === 'question' && (
            <TextField
              label={t('finding.answer')}
              placeholder={t('finding.answer')}
              value={note.answer ?? ''}
              readOnly={readOnly}
              store={(answer) => run(answerQuestion, { noteId: note.id, answer }, `answer-${note.id}`)}
            />
          )}
        </div>
      ))}
      {open && <NewNote claimId={claim.id} close={() => setOpen(false)} />}
    </Section>
  );
}
