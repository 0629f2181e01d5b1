import { Radio } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newPhrase } from '#core/sharing/diceware.ts';
import { GeneratedPhrase } from './generated-phrase.tsx';
import styles from './passphrase-choice.module.css';
import { TypedPhrase } from './typed-phrase.tsx';

/** A new passphrase, and whether it may be used: typed twice alike, and strong or insisted upon. */
export type ChosenPassphrase = {
  readonly passphrase: string;
  readonly acceptable: boolean;
  /** The random words of this screen, drawn once: they may be written down already. Empty: none yet. */
  readonly words: string;
  readonly way: 'generated' | 'typed';
};

export const NO_PASSPHRASE: ChosenPassphrase = {
  passphrase: '',
  acceptable: false,
  words: '',
  way: 'generated',
};

const generated = (words: string): ChosenPassphrase => ({
  passphrase: words,
  acceptable: true,
  words,
  way: 'generated',
});

const draw = (): string => newPhrase((count) => crypto.getRandomValues(new Uint8Array(count)));

/**
 * A new passphrase for a file: six random words unless the person would rather type their own. A
 * value without words gets them at once; they stay until others are asked for.
 */
export function PassphraseChoice(props: {
  readonly value: ChosenPassphrase;
  onChange(chosen: ChosenPassphrase): void;
}) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  const { way, words } = value;
  const start = useEffectEvent(() => {
    if (words === '') onChange(generated(draw()));
  });
  useEffect(() => start(), []);

  const choose = (next: string): void =>
    onChange(next === 'typed' ? { ...NO_PASSPHRASE, words, way: 'typed' } : generated(words));
  return (
    <div className={styles['choice']}>
      <Radio.Group value={way} onChange={choose} aria-label={t('identity.phrase.way')}>
        <div className={styles['ways']}>
          <Radio value="generated" label={t('identity.phrase.generate')} />
          <Radio value="typed" label={t('identity.phrase.type')} />
        </div>
      </Radio.Group>
      {way === 'generated' ? (
        <GeneratedPhrase phrase={words} another={() => onChange(generated(draw()))} />
      ) : (
        <TypedPhrase onChange={(typed) => onChange({ ...typed, words, way: 'typed' })} />
      )}
    </div>
  );
}
