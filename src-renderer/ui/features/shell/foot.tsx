import { useMantineColorScheme } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleFilled,
  IconKeyboard,
  IconLock,
  IconMoon,
  IconSun,
  IconSunMoon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCase } from '#renderer/state/case-store.ts';
import { toggleKeys, useScreens } from '#renderer/state/screens-store.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { useLock } from '#renderer/ui/hooks/use-lock.ts';
import { formatBytes } from '../fields/format-bytes.ts';
import { Jobs } from '../evidence/jobs.tsx';
import { NEXT_SCHEME } from './color-schemes.ts';
import styles from './foot.module.css';

function SaveState() {
  const { t, i18n } = useTranslation();
  const save = useCase((store) => store.save);
  const readOnly = useCase((store) => store.readOnly);
  if (readOnly) return <span>{t('shell.sample')}</span>;
  if (save.kind === 'none') return <span>{t('shell.nothingYet')}</span>;
  if (save.kind === 'saving') return <span data-save="saving">{t('shell.saving')}</span>;
  if (save.kind === 'failed') {
    return (
      <span className={styles['failed']} data-save="failed" title={t(`errors.${save.code}`)}>
        {t('shell.notSaved')}
      </span>
    );
  }
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(save.at);
  return (
    <span className={styles['ok']} data-save="saved">
      <IconCircleFilled size={8} aria-hidden /> {t('shell.saved', { time })}
    </span>
  );
}

/** When the last snapshot was written, and in words when the last try failed. */
function SnapshotState() {
  const { t, i18n } = useTranslation();
  const kept = useSnapshots((store) => store.kept);
  if (!kept?.on) return null;
  const { failed, last } = kept;
  if (failed) {
    return (
      <span className={styles['failed']} data-snapshot="failed" title={t(`errors.${failed.code}`)}>
        <IconAlertTriangle size={13} aria-hidden /> {t('snapshots.foot.failed')}
      </span>
    );
  }
  if (!last) return <span data-snapshot="none">{t('snapshots.foot.none')}</span>;
  const form = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short', timeStyle: 'short' });
  return <span data-snapshot="written">{t('snapshots.foot.last', { time: form.format(last.at) })}</span>;
}

const SCHEMES = { auto: IconSunMoon, light: IconSun, dark: IconMoon } as const;

function ThemeButton() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = SCHEMES[colorScheme];
  return (
    <button type="button" onClick={() => setColorScheme(NEXT_SCHEME[colorScheme])}>
      <Icon size={14} aria-hidden /> {t('shell.appearance', { scheme: t(`shell.theme.${colorScheme}`) })}
    </button>
  );
}

/** What is saved, the last snapshot, running work, free space, appearance and the lock. */
export function Foot() {
  const { t, i18n } = useTranslation();
  const lock = useLock();
  const freeBytes = useSession((session) => session.freeBytes);
  const readOnly = useCase((store) => store.readOnly);
  const keys = useScreens((screens) => screens.keys);
  return (
    <footer className={styles['foot']}>
      <SaveState />
      <SnapshotState />
      {freeBytes !== null && (
        <span>{t('common.free', { amount: formatBytes(freeBytes, i18n.language) })}</span>
      )}
      <Jobs />
      <span className={styles['keys']}>{t('shell.keys')}</span>
      <button type="button" aria-expanded={keys} onClick={toggleKeys}>
        <IconKeyboard size={15} aria-hidden /> {t('shell.shortcuts')}
      </button>
      <ThemeButton />
      <button type="button" disabled={readOnly} onClick={lock}>
        <IconLock size={14} aria-hidden /> {t('shell.lock')} <Kbd keys={['Ctrl', 'L']} />
      </button>
    </footer>
  );
}
