import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { isQuarantined, useCustody } from '#renderer/state/custody-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import styles from '#renderer/ui/components/record.module.css';
import { Section } from '#renderer/ui/components/section.tsx';
import { formatBytes } from '../fields/format-bytes.ts';
import { FileCheck } from './file-check.tsx';
import { OpenOutside } from './open-outside.tsx';
import { Quarantined } from './quarantined.tsx';
import { FileView } from './file-view.tsx';

/** The sealed file of an item: what it is, its hash, and the file itself when asked for. */
export function FileSection(props: { readonly evidence: Item<'evidence'>; readonly file: BlobRef }) {
  const { t, i18n } = useTranslation();
  const { evidence, file } = props;
  const quarantined = useCustody((custody) => isQuarantined(custody, evidence));
  const modified =
    file.modified === null
      ? null
      : new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
          new Date(file.modified),
        );
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(file.sha256);
    say('done', t('evidence.copied'));
  };
  const exact = t('common.bytes', { count: file.size });
  const size = file.size < 1000 ? exact : `${formatBytes(file.size, i18n.language)} (${exact})`;
  return (
    <Section label={t('evidence.file')}>
      {quarantined ? <Quarantined /> : <FileView evidence={evidence} file={file} />}
      <dl className={styles['facts']}>
        <dt>{t('evidence.fileName')}</dt>
        <dd>
          <bdi>{file.name}</bdi>
        </dd>
        <dt>{t('evidence.mediaType')}</dt>
        <dd>{file.mediaType}</dd>
        <dt>{t('evidence.size')}</dt>
        <dd>{size}</dd>
        {modified && <dt>{t('evidence.modified')}</dt>}
        {modified && <dd>{modified}</dd>}
        <dt>{t('evidence.sha256')}</dt>
        <dd>
          <code data-sha256>{file.sha256}</code>{' '}
          <ActionIcon aria-label={t('evidence.copyHash')} onClick={() => void copy()}>
            <IconCopy size={13} />
          </ActionIcon>
        </dd>
      </dl>
      {!quarantined && <FileCheck file={file} />}
      {!quarantined && <OpenOutside evidence={evidence} file={file} />}
    </Section>
  );
}
