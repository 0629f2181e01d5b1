import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachable } from '#core/ports/workbench.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from '../finding/claim-inspector.module.css';

/** The name of a file that was chosen, without its folder. */
export const nameOfFile = (file: Attachable | undefined): string =>
  file === undefined
    ? ''
    : file.kind === 'bytes'
      ? file.name
      : (file.path.split(/[\\/]/u).at(-1) ?? file.path);

/** The files that came in, with a way to add more and to leave one out. */
export function ReceivedFiles(props: {
  readonly files: readonly Attachable[];
  readonly change: (files: readonly Attachable[]) => void;
}) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const { files, change } = props;
  async function more(): Promise<void> {
    const outcome = await workbench.pickEvidence();
    if (report(outcome)) change([...files, ...outcome.value]);
  }
  return (
    <div className={styles['row']} role="group" aria-label={t('evidence.file')}>
      {files.length === 0 && <span className={styles['small']}>{t('evidence.receivedNone')}</span>}
      {files.map((file, at) => (
        // Two files may bear one name; they only ever leave from this list.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={`${nameOfFile(file)} ${at}`} className={styles['row']}>
          <bdi>{nameOfFile(file)}</bdi>
          <ActionIcon
            size="sm"
            aria-label={`${t('evidence.receivedLeave')}: ${nameOfFile(file)}`}
            onClick={() => change(files.filter((other) => other !== file))}
          >
            <IconX size={12} />
          </ActionIcon>
        </span>
      ))}
      <Button autoFocus={files.length === 0} onClick={() => void more()}>
        {t('evidence.receivedMore')}
      </Button>
    </div>
  );
}
