import { NativeSelect, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { correctionText } from '#core/release/correction.ts';
import type { SinceRelease } from '#core/release/since-release.ts';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { todayHere } from '#renderer/ui/hooks/today.ts';
import { useLeaving } from '../exchange/use-leaving.ts';
import { CopyButton } from '../identity/copy-button.tsx';

/** A draft of what to tell the readers of a release, for the person to finish. */
export function Correction(props: { readonly release: Item<'release'>; readonly since: SinceRelease }) {
  const { release, since } = props;
  const { t } = useTranslation();
  const [language, setLanguage] = useState<'en' | 'ar'>('en');
  const leaving = useLeaving(language);
  const draft = useMemo(
    () => correctionText(leaving.state, release, since, { today: todayHere(), language }),
    [leaving, release, since, language],
  );
  const [edited, setEdited] = useState<{ readonly from: string; readonly text: string } | null>(null);
  // A draft that was changed stays until the case says something else.
  const text = edited?.from === draft ? edited.text : draft;
  const { changed, gone, dependent } = since;
  if (changed.length + gone.length + dependent.length === 0) return null;
  return (
    <Section label={t('release.correction')}>
      <p className={styles['quiet']}>{t('release.correctionHint')}</p>
      <NativeSelect
        size="xs"
        label={t('exchange.language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value === 'ar' ? 'ar' : 'en')}
        data={(['en', 'ar'] as const).map((value) => ({ value, label: t(`exchange.languages.${value}`) }))}
      />
      <Textarea
        aria-label={t('release.correction')}
        dir={language === 'ar' ? 'rtl' : 'auto'}
        autosize
        minRows={3}
        maxRows={16}
        value={text}
        onChange={(event) => setEdited({ from: draft, text: event.currentTarget.value })}
      />
      <div className={styles['actions']}>
        <CopyButton text={text} label={t('release.copyCorrection')} />
      </div>
    </Section>
  );
}
