import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BASES, type Basis, type Rung, VOICES } from '#core/model/ladder.ts';
import { registerDraft } from '#renderer/state/drafts.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { PartyField } from './party-field.tsx';
import styles from './rung-editor.module.css';

export const EMPTY_RUNG: Rung = {
  partyId: null,
  unnamed: null,
  role: null,
  mode: 'direct',
  basis: [],
  basisNote: null,
};

/** A line of text that is handed on when it is left; what is refused stays in the field. */
export function LineField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => Promise<boolean> | void;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date';
}) {
  const { value, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const leave = async (): Promise<boolean> => {
    const changed = typed !== null && typed.trim() !== (value ?? '');
    if (changed && (await onChange(typed.trim() || null)) === false) return false;
    setTyped(null);
    return true;
  };
  const pending = useRef(leave);
  useEffect(() => {
    pending.current = leave;
  });
  useEffect(() => registerDraft(() => pending.current()), []);
  return (
    <TextInput
      label={props.label}
      type={props.type ?? 'text'}
      dir="auto"
      placeholder={props.placeholder ?? ''}
      value={typed ?? value ?? ''}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void leave()}
      onKeyDown={(event) => event.code === 'Enter' && void leave()}
    />
  );
}

type RungWords = Omit<Rung, 'partyId'>;

/** What a step says besides who it is. */
export function RungFields(props: {
  readonly rung: RungWords;
  /** Field for who it is. */
  readonly who: ReactNode;
  /** Whether somebody is named there. */
  readonly named: boolean;
  readonly onChange: (fields: Partial<RungWords>) => void;
  readonly withMode: boolean;
}) {
  const { t } = useTranslation();
  const { rung, named, withMode, onChange: change } = props;
  const toggle = (basis: Basis): void =>
    change({
      basis: rung.basis.includes(basis)
        ? rung.basis.filter((held) => held !== basis)
        : [...rung.basis, basis],
    });
  return (
    <div className={styles['rung']} data-mode={withMode || undefined}>
      {/* In an element of its own: a list of names stands beside it and would take a place. */}
      <div>{props.who}</div>
      {withMode && (
        <Select
          label={t('document.voice')}
          value={rung.mode}
          allowDeselect={false}
          data={VOICES.map((voice) => ({ value: voice, label: t(`terms.voice.${voice}`) }))}
          onChange={(mode) => mode && change({ mode })}
        />
      )}
      {!named && (
        <LineField
          label={t('document.unnamed')}
          value={rung.unnamed}
          onChange={(unnamed) => change({ unnamed })}
        />
      )}
      <LineField label={t('document.role')} value={rung.role} onChange={(role) => change({ role })} />
      <div className={styles['basis']} role="group" aria-label={t('document.basis')}>
        <span aria-hidden>{t('document.basis')}</span>
        {BASES.map((basis) => (
          <Chip key={basis} on={rung.basis.includes(basis)} onClick={() => toggle(basis)}>
            {t(`terms.basis.${basis}`)}
          </Chip>
        ))}
      </div>
      <LineField
        label={t('document.basisNote')}
        value={rung.basisNote}
        onChange={(basisNote) => change({ basisNote })}
      />
    </div>
  );
}

/** One step of "according to". */
export function RungEditor(props: {
  readonly rung: Rung;
  /** Told only what changed: two changes in one moment both count. */
  readonly onChange: (fields: Partial<Rung>) => void;
  readonly autoFocus?: boolean;
  /** False where the voice is chosen elsewhere. */
  readonly withMode?: boolean;
}) {
  const { t } = useTranslation();
  const { rung, withMode = true, onChange: change } = props;
  const who = (
    <PartyField
      label={t('document.speaker')}
      showLabel
      part="speaker"
      value={rung.partyId}
      placeholder={t('document.speakerHint')}
      autoFocus={props.autoFocus ?? false}
      onChange={(partyId) => change({ partyId, unnamed: partyId ? null : rung.unnamed })}
    />
  );
  return (
    <RungFields rung={rung} who={who} named={rung.partyId !== null} onChange={change} withMode={withMode} />
  );
}
