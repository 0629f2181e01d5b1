import { Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconFileCheck,
  IconFileExport,
  IconFileImport,
  IconFilePlus,
  IconFolderOpen,
  IconHistory,
  IconLock,
  IconLogout,
  IconPlus,
  IconSparkles,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import { editCase } from '#renderer/commands/edit-case.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { useLock } from '#renderer/ui/hooks/use-lock.ts';
import { newCase, startImport, switchCase } from './case-actions.ts';
import styles from './case-menu.module.css';

/** Whether the case is graded in full, for lawyers and courts. */
function GradingItem() {
  const { t } = useTranslation();
  const run = useRun();
  const legal = useCase((store) => store.state.case.get(CASE_ITEM_ID)?.mode === 'legal');
  async function toggle(): Promise<void> {
    if (await run(editCase, { mode: legal ? 'desk' : 'legal' }))
      say('done', t(legal ? 'cases.fullGradingOff' : 'cases.fullGradingOn'));
  }
  return (
    <Menu.CheckboxItem checked={legal} closeMenuOnClick onChange={() => void toggle()}>
      {t('cases.fullGrading')}
    </Menu.CheckboxItem>
  );
}

/** The case's title, and what can be done with cases. */
export function CaseMenu({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const lock = useLock();
  const phase = useSession((session) => session.phase);
  const cases = useSession((session) => session.cases);
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <button type="button" className={styles['title']} aria-label={`${t('cases.menu')}: ${title}`}>
          <h1 dir="auto">{title}</h1>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {phase === 'open' && (
          <Menu.Item leftSection={<IconFilePlus size={15} />} onClick={() => startImport(null)}>
            {t('document.import')}
          </Menu.Item>
        )}
        {phase === 'open' && (
          <Menu.Item
            leftSection={<IconFileImport size={15} />}
            onClick={() => showScreen({ kind: 'import-claims' })}
          >
            {t('exchange.importAction')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconFileExport size={15} />}
          onClick={() => showScreen({ kind: 'export-data', claimIds: null })}
        >
          {t('exchange.export')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileCheck size={15} />}
          onClick={() => showScreen({ kind: 'verify-file' })}
        >
          {t('exchange.verify.action')}
        </Menu.Item>
        {phase === 'sample' && (
          <Menu.Item leftSection={<IconSparkles size={15} />} onClick={() => newCase(true)}>
            {t('cases.makeMine')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => newCase(false)}>
          {t('cases.newCase')}
        </Menu.Item>
        <Menu.Item leftSection={<IconUsers size={15} />} onClick={() => showScreen({ kind: 'identity' })}>
          {t('identity.title')}
        </Menu.Item>
        {phase === 'open' && <GradingItem />}
        {phase === 'open' && (
          <Menu.Item
            leftSection={<IconHistory size={15} />}
            onClick={() => showScreen({ kind: 'snapshots' })}
          >
            {t('snapshots.title')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconFolderOpen size={15} />}
          onClick={() => showScreen({ kind: 'open-project', path: null })}
        >
          {t('share.openFile')}
        </Menu.Item>
        {phase === 'open' && (
          <Menu.Item
            color="var(--d)"
            leftSection={<IconLogout size={15} />}
            onClick={() => showScreen({ kind: 'save-project', claimIds: null, thenRemove: true })}
          >
            {t('share.leave.action')}
          </Menu.Item>
        )}
        {cases.length > 0 && (
          <Menu.Item leftSection={<IconLock size={15} />} onClick={() => switchCase(lock)}>
            {t('cases.switchTo')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
