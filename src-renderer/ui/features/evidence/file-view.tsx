import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from './file-view.module.css';
import { Thumbnail } from './thumbnail.tsx';

const SHOWN = /^(image\/(jpeg|png|gif|webp|avif|bmp)|video\/(mp4|webm|ogg|quicktime)|audio\/.+)$/;

/** The file itself: pictures, video and sound; nothing is fetched until a person asks. */
function Media({ file, title }: { readonly file: BlobRef; readonly title: string }) {
  const { t } = useTranslation();
  const caseId = useSession((session) => session.caseId);
  const [failed, setFailed] = useState(false);
  if (caseId === null || failed) return <Notice tone="danger">{t('evidence.cannotLoad')}</Notice>;
  const source = `evidence://${caseId}/${file.sha256}?type=${encodeURIComponent(file.mediaType)}`;
  const common = { src: source, className: styles['media'], onError: () => setFailed(true) };
  if (file.mediaType.startsWith('image/')) return <img {...common} alt={title} />;
  const { mediaType } = file;
  return mediaType.startsWith('video/') ? (
    <video {...common} controls muted preload="metadata" aria-label={title} />
  ) : (
    <audio {...common} controls muted preload="metadata" aria-label={title} />
  );
}

/** What stands for a sealed file until it is asked for, and then the file. */
export function FileView({
  evidence,
  file,
}: {
  readonly evidence: Item<'evidence'>;
  readonly file: BlobRef;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const can = SHOWN.test(file.mediaType);
  return (
    <div className={styles['view']}>
      <div className={styles['bar']}>
        <Thumbnail evidence={evidence} />
        <span className={styles['hint']}>
          {!can ? t('evidence.cannotShow') : open ? null : t('evidence.hidden')}
        </span>
        {can && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'evidence.hideFile' : 'evidence.showFile')}
          </Button>
        )}
      </div>
      {open && <Media file={file} title={evidence.title} />}
    </div>
  );
}
