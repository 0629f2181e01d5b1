import { NativeSelect } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_FORMATS } from '#core/exchange/build-export.ts';
import { chosenClaims } from '#core/exchange/claims/chosen.ts';
import { RELEASE_AUDIENCES, type ReleaseAudience } from '#core/model/release.ts';
import type { FinishedExport } from '#core/ports/exchange-work.ts';
import { leavesOf } from '#core/release/new-release.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { Choice } from '../fields/choice.tsx';
import { formatBytes } from '../fields/format-bytes.ts';
import { BagPart } from './bag-part.tsx';
import styles from './exchange.module.css';
import { FinishedFile } from './finished-file.tsx';
import { ProtectionNotices } from './protection-notices.tsx';
import { TextPart } from './text-part.tsx';
import { WordPart } from './word-part.tsx';
import { useLeaving } from './use-leaving.ts';

const FORMATS = [...TEXT_FORMATS, 'docx', 'bag'] as const;

const leave = (): void => showScreen(NO_SCREEN);

/** Who usually gets a file of this format. */
const USUAL: Readonly<Record<(typeof FORMATS)[number], ReleaseAudience>> = {
  'claims-csv': 'colleagues',
  'evidence-csv': 'colleagues',
  'claim-review': 'public',
  'web-annotation': 'public',
  html: 'public',
  docx: 'editor',
  bag: 'colleagues',
};

function Written({ file }: { readonly file: FinishedExport }) {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  return (
    <>
      <p role="status">{t('exchange.written', { size: formatBytes(file.bytes, i18n.language) })}</p>
      <FinishedFile file={file} />
      <div className={screen['actions']}>
        <Button onClick={() => void workbench.showInFolder(file.path)}>{t('share.showFile')}</Button>
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
  const [file, setFile] = useState<FinishedExport | null>(null);
  const [given, setGiven] = useState<ReleaseAudience | null>(null);
  const audience = given ?? USUAL[format];
  // What a format cannot hold did not leave: nothing is to be said of it when it changes.
  const leavesWithout = useCallback(
    (leftOut: readonly string[]) => {
      const left = chosenClaims(leaving.state, chosen).filter(({ ref }) => !leftOut.includes(ref));
      const ids = leftOut.length === 0 ? chosen : left.map(({ id }) => id);
      return leavesOf(leaving, { kind: format, audience, claimIds: ids });
    },
    [leaving, format, audience, chosen],
  );
  const leaves = useMemo(() => leavesWithout([]), [leavesWithout]);
  const part = { leaves, language, claimIds: chosen, cancel: leave, done: setFile };
  const all = { value: 'all', label: t('exchange.all', { count: chosenClaims(leaving.state, null).length }) };
  const some =
    claimIds === null ? [] : [{ value: 'chosen', label: t('exchange.chosen', { count: claimIds.length }) }];
  return (
    <main className={screen['screen']}>
      <div className={`${screen['form']} ${styles['wide']}`} role="group" aria-label={t('exchange.export')}>
        <h1>{t('exchange.exportHeading')}</h1>
        {file ? (
          <Written file={file} />
        ) : (
          <>
            <div className={styles['two']}>
              <NativeSelect
                size="xs"
                autoFocus
                className={styles['format'] ?? ''}
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
              <Choice
                label={t('exchange.audience')}
                value={audience}
                values={RELEASE_AUDIENCES}
                words={(value) => t(`terms.audience.${value}`)}
                choose={setGiven}
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
            {format === 'bag' && <BagPart {...part} leaving={leaving} />}
            {format === 'docx' && <WordPart {...part} leaving={leaving} />}
            {format !== 'bag' && format !== 'docx' && (
              <TextPart {...part} leavesWithout={leavesWithout} format={format} />
            )}
          </>
        )}
      </div>
    </main>
  );
}
