import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './protection.module.css';

/** Words as a list that is added to with Enter and taken from one by one. */
export function WordList(props: {
  readonly label: string;
  readonly addLabel: string;
  readonly words: readonly string[];
  readonly readOnly: boolean;
  readonly store: (words: readonly string[]) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const { label, addLabel, words, readOnly, store } = props;
  const [typed, setTyped] = useState('');
  const add = async (): Promise<void> => {
    if (typed.trim() !== '' && (await store([...words, typed.trim()]))) setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code === 'Escape') setTyped('');
    if (event.code !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  };
  return (
    <div className={styles['spellings']} role="group" aria-label={label}>
      {words.map((one) => (
        <span key={one} className={styles['spelling']}>
          <bdi>{one}</bdi>
          {!readOnly && (
            <ActionIcon
              size="sm"
              aria-label={`${t('common.remove')}: ${one}`}
              onClick={() => void store(words.filter((other) => other !== one))}
            >
              <IconX size={12} />
            </ActionIcon>
          )}
        </span>
      ))}
      {!readOnly && (
        <TextInput
          aria-label={addLabel}
          placeholder={`+ ${addLabel}`}
          dir="auto"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => void add()}
          onKeyDown={onKeyDown}
        />
      )}
    </div>
  );
}
