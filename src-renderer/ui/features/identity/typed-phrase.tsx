import { Checkbox, PasswordInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guessingTime, STRONG_GUESSES } from '#core/sharing/guessing.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useGuesses } from './use-guesses.ts';

/** What was typed, and whether it may be used. */
export type TypedPassphrase = { readonly passphrase: string; readonly acceptable: boolean };

/** A passphrase of the person's own, with how long it takes to guess; a weak one only if they insist. */
export function TypedPhrase({
  onChange,
  label,
}: {
  onChange(chosen: TypedPassphrase): void;
  /** What the passphrase is of, where it is not the person's own; it does not take the focus then. */
  readonly label?: string;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [again, setAgain] = useState('');
  const [insists, setInsists] = useState(false);
  const guesses = useGuesses(text);
  const strong = guesses !== null && guesses >= STRONG_GUESSES;
  const weak = text !== '' && guesses !== null && !strong;
  const acceptable = text !== '' && text === again && guesses !== null && (strong || insists);

  const tell = useEffectEvent(onChange);
  useEffect(() => tell({ passphrase: text, acceptable }), [text, acceptable]);

  const time = guesses === null ? null : guessingTime(guesses);
  return (
    <>
      <PasswordInput
        label={label ?? t('identity.phrase.own')}
        value={text}
        autoFocus={label === undefined}
        autoComplete="new-password"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setInsists(false);
        }}
      />
      <div role="status">
        {text !== '' && time && (
          <Notice tone={weak ? 'warn' : 'plain'}>
            {t(weak ? 'identity.phrase.weak' : 'identity.phrase.strong')}{' '}
            {t(`identity.guess.${time.unit}`, { count: time.count })}
          </Notice>
        )}
      </div>
      {weak && (
        <Checkbox
          label={t('identity.phrase.insist')}
          checked={insists}
          onChange={(event) => setInsists(event.currentTarget.checked)}
        />
      )}
      <PasswordInput
        label={t('identity.phrase.again')}
        value={again}
        autoComplete="new-password"
        error={again !== '' && !text.startsWith(again) ? t('cases.differ') : null}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </>
  );
}
