import { useMantineColorScheme } from '@mantine/core';
import {
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

/** What is saved, running work, free space, appearance and the lock. */
export function Foot() {
  const { t, i18n } = useTranslation();
  const lock = useLock();
  const freeBytes = useSession((session) => session.freeBytes);
  const readOnly = useCase((store) => store.readOnly);
  const keys = useScreens((screens) => screens.keys);
  return (
    <footer className={styles['foot']}>
      <SaveState />
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
