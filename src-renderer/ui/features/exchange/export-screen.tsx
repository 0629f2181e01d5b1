import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_FORMATS } from '#core/exchange/build-export.ts';
import { chosenClaims } from '#core/exchange/claims/chosen.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import { BagPart } from './bag-part.tsx';
import styles from './exchange.module.css';
import { ProtectionNotices } from './protection-notices.tsx';
import { TextPart } from './text-part.tsx';
import { WordPart } from './word-part.tsx';
import { useLeaving } from './use-leaving.ts';

/** A file that was written; of a bag, its own list of hashes stands in it. */
export type Left = { readonly path: string; readonly bytes: number; readonly sha256: string | null };

const FORMATS = [...TEXT_FORMATS, 'docx', 'bag'] as const;

const leave = (): void => showScreen(NO_SCREEN);

function Written({ left: { path, bytes, sha256 } }: { readonly left: Left }) {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  return (
    <>
      <p role="status">{t('exchange.written', { size: formatBytes(bytes, i18n.language) })}</p>
      <bdi>{path}</bdi>
      {sha256 !== null && (
        <p>
          {t('exchange.fingerprint')} <code>{sha256}</code>
        </p>
      )}
      <div className={screen['actions']}>
        <Button onClick={() => void workbench.showInFolder(path)}>{t('share.showFile')}</Button>
        <Button look="primary" autoFocus onClick={leave}>
          {t('share.done')}
        </Button>
      </div>
    </>
  );
}

/** Data of the case for other programs: format, claims, a look at the file, then where to. */
export function ExportScreen({ claimIds }: { readonly claimIds: readonly string[] | null }) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<'en' | 'ar'>('en');
  const leaving = useLeaving(language);
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('claims-csv');
  const [chosen, setChosen] = useState(claimIds);
  const [left, setLeft] = useState<Left | null>(null);
  const part = { leaving, language, claimIds: chosen, cancel: leave, done: setLeft };
  const all = { value: 'all', label: t('exchange.all', { count: chosenClaims(leaving.state, null).length }) };
  const some =
    claimIds === null ? [] : [{ value: 'chosen', label: t('exchange.chosen', { count: claimIds.length }) }];
  return (
    <main className={screen['screen']}>
      <div className={`${screen['form']} ${styles['wide']}`} role="group" aria-label={t('exchange.export')}>
        <h1>{t('exchange.exportHeading')}</h1>
        {left ? (
          <Written left={left} />
        ) : (
          <>
            <div className={styles['two']}>
              <NativeSelect
                size="xs"
                autoFocus
                label={t('exchange.format')}
                value={format}
                onChange={(event) =>
                  setFormat(FORMATS.find((one) => one === event.currentTarget.value) ?? 'claims-csv')
                }
                data={FORMATS.map((value) => ({ value, label: t(`exchange.formats.${value}`) }))}
              />
              <NativeSelect
                size="xs"
                label={t('exchange.which')}
                value={chosen === null ? 'all' : 'chosen'}
                disabled={claimIds === null}
                onChange={(event) => setChosen(event.currentTarget.value === 'all' ? null : claimIds)}
                data={[all, ...some]}
              />
              {(format === 'html' || format === 'docx') && (
                <NativeSelect
                  size="xs"
                  label={t('exchange.language')}
                  value={language}
                  onChange={(event) => setLanguage(event.currentTarget.value === 'ar' ? 'ar' : 'en')}
                  data={(['en', 'ar'] as const).map((value) => ({
                    value,
                    label: t(`exchange.languages.${value}`),
                  }))}
                />
              )}
            </div>
            <p className={screen['about']}>{t(`exchange.about.${format}`)}</p>
            <ProtectionNotices leaving={leaving} />
            {format === 'bag' && <BagPart {...part} />}
            {format === 'docx' && <WordPart {...part} />}
            {format !== 'bag' && format !== 'docx' && <TextPart {...part} format={format} />}
          </>
        )}
      </div>
    </main>
  );
}
