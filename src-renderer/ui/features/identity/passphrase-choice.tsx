import { Radio } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newPhrase } from '#core/sharing/diceware.ts';
import { GeneratedPhrase } from './generated-phrase.tsx';
import styles from './passphrase-choice.module.css';
import { TypedPhrase } from './typed-phrase.tsx';

/** A new passphrase, and whether it may be used: typed twice alike, and strong or insisted upon. */
export type ChosenPassphrase = { readonly passphrase: string; readonly acceptable: boolean };

export const NO_PASSPHRASE: ChosenPassphrase = { passphrase: '', acceptable: false };

const generate = (): ChosenPassphrase => ({
  passphrase: newPhrase((count) => crypto.getRandomValues(new Uint8Array(count))),
  acceptable: true,
});

/**
 * A new passphrase for a file: six random words unless the person would rather type their own. A
 * value without a passphrase gets a generated one at once.
 */
export function PassphraseChoice(props: {
  readonly value: ChosenPassphrase;
  onChange(chosen: ChosenPassphrase): void;
}) {
  const { t } = useTranslation();
  const [way, setWay] = useState<'generated' | 'typed'>('generated');
  const { value, onChange } = props;
  const start = useEffectEvent(() => {
    if (value.passphrase === '') onChange(generate());
  });
  useEffect(() => start(), []);

  const choose = (next: string): void => {
    setWay(next === 'typed' ? 'typed' : 'generated');
    onChange(next === 'typed' ? NO_PASSPHRASE : generate());
  };
  return (
    <div className={styles['choice']}>
      <Radio.Group value={way} onChange={choose} aria-label={t('identity.phrase.way')}>
        <div className={styles['ways']}>
          <Radio value="generated" label={t('identity.phrase.generate')} />
          <Radio value="typed" label={t('identity.phrase.type')} />
        </div>
      </Radio.Group>
      {way === 'generated' ? (
        <GeneratedPhrase phrase={value.passphrase} another={() => onChange(generate())} />
      ) : (
        <TypedPhrase onChange={onChange} />
      )}
    </div>
  );
}
