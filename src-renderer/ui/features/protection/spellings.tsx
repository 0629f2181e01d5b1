import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { isOurSource } from '#core/model/names.ts';
import { suggestSpellings } from '#core/protection/suggestions.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import styles from '#renderer/ui/components/record.module.css';
import own from './protection.module.css';
import { useProtect } from './use-protect.ts';
import { WordList } from './word-list.tsx';

type Props = { readonly party: Item<'party'>; readonly readOnly: boolean };

function Suggestions({ party }: { readonly party: Item<'party'> }) {
  const { t } = useTranslation();
  const protect = useProtect(party.id);
  const suggested = useMemo(
    () => suggestSpellings([...party.names.map(({ text }) => text), ...party.spellings]),
    [party.names, party.spellings],
  );
  if (suggested.length === 0) return null;
  return (
    <div className={own['suggestions']} role="group" aria-label={t('protection.suggested')}>
      <span className={styles['quiet']}>{t('protection.suggested')}</span>
      <div className={own['spellings']}>
        {suggested.map(({ words, kind }) => (
          <Button key={words} onClick={() => void protect({ spellings: [...party.spellings, words] })}>
            <span aria-hidden>+ </span>
            <bdi>{words}</bdi> <span className={own['kind']}>{t(`protection.kinds.${kind}`)}</span>
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The spellings of a protected name; those of our sources stay hidden until asked for. */
export function Spellings({ party, readOnly }: Props) {
  const { t } = useTranslation();
  const protect = useProtect(party.id);
  const [shown, setShown] = useState(!isOurSource(party));
  if (!shown) {
    return (
      <div className={styles['row']}>
        <span className={styles['quiet']}>{t('protection.spellingsHidden')}</span>
        <Button look="quiet" aria-expanded={false} onClick={() => setShown(true)}>
          {t('protection.showSpellings')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <div>
        <span className={styles['label']}>{t('protection.spellings')}</span>
        <p className={styles['quiet']}>{t('protection.spellingsHint')}</p>
      </div>
      <WordList
        label={t('protection.spellings')}
        addLabel={t('protection.addSpelling')}
        words={party.spellings}
        readOnly={readOnly}
        store={(spellings) => protect({ spellings })}
      />
      {!readOnly && <Suggestions party={party} />}
    </>
  );
}
