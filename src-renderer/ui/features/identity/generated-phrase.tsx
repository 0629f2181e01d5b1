import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/components/button.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './passphrase-choice.module.css';
import { PrintPhrase } from './print-phrase.tsx';

/** A generated passphrase to be written down, copied or printed. */
export function GeneratedPhrase({ phrase, another }: { readonly phrase: string; another(): void }) {
  const { t } = useTranslation();
  // Counted, since a system without a printer may never say that it is done.
  const [prints, setPrints] = useState({ asked: 0, done: 0 });
  const printed = useCallback(() => setPrints(({ asked }) => ({ asked, done: asked })), []);
  return (
    <>
      <output className={styles['phrase']} aria-label={t('identity.phrase.generated')} lang="en" dir="ltr">
        {phrase}
      </output>
      <p className={styles['about']}>{t('identity.phrase.about')}</p>
      <div className={styles['actions']}>
        <CopyButton text={phrase} label={t('identity.phrase.copy')} />
        <Button onClick={() => setPrints((before) => ({ ...before, asked: before.asked + 1 }))}>
          {t('identity.phrase.print')}
        </Button>
        <Button look="quiet" onClick={another}>
          {t('identity.phrase.another')}
        </Button>
      </div>
      {prints.asked > prints.done && <PrintPhrase key={prints.asked} phrase={phrase} done={printed} />}
    </>
  );
}
