import { IconShieldLock } from '@tabler/icons-react';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDetail } from '#renderer/commands/add-detail.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './protection.module.css';

const SHOWN = 40;

/** Marks words as an identifying detail. */
export function useProtectWords(): (words: string) => Promise<boolean> {
  const { t } = useTranslation();
  const run = useRun();
  return async (words) => {
    const done = await run(addDetail, { fields: { words } });
    if (done) say('done', t('protection.wordsProtected'));
    return done;
  };
}

/** The words chosen in a field, '' when none are. */
function chosenIn({ target }: SyntheticEvent): string {
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  if (!isField || target.selectionStart === null) return '';
  return target.value.slice(target.selectionStart, target.selectionEnd ?? undefined).trim();
}

/** Offers to protect the words a person selects in the fields within. */
export function ProtectSelected({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const protect = useProtectWords();
  const [words, setWords] = useState('');
  const shown = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
  return (
    <div onSelect={(event) => setWords(chosenIn(event))}>
      {children}
      {words !== '' && (
        <div className={styles['bar']}>
          <Button look="quiet" onClick={() => void protect(words).then((done) => done && setWords(''))}>
            <IconShieldLock size={14} aria-hidden /> {t('protection.protectSelected', { words: shown })}
          </Button>
        </div>
      )}
    </div>
  );
}
