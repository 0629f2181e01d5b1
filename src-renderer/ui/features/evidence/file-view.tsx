import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from './file-view.module.css';
import { MaskEditor } from '../protection/mask-editor.tsx';
import { viewerKind } from '../viewer/viewer-kind.ts';
import { Thumbnail } from './thumbnail.tsx';

/** Kinds of pictures whose masks exports can burn in. */
const PICTURE = /^image\/(jpeg|png|gif|webp|avif|bmp)$/;
const SHOWN = /^(image\/(jpeg|png|gif|webp|avif|bmp)|video\/(mp4|webm|ogg|quicktime)|audio\/.+)$/;

const sourceOf = (caseId: string, { sha256, mediaType }: BlobRef): string =>
  `evidence://${caseId}/${sha256}?type=${encodeURIComponent(mediaType)}`;

/** The file itself: pictures, video and sound; nothing is fetched until a person asks. */
function Media({ file, title }: { readonly file: BlobRef; readonly title: string }) {
  const { t } = useTranslation();
  const caseId = useSession((session) => session.caseId);
  const [failed, setFailed] = useState(false);
  if (caseId === null || failed) return <Notice tone="danger">{t('evidence.cannotLoad')}</Notice>;
  const source = sourceOf(caseId, file);
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
  const [masking, setMasking] = useState(false);
  const caseId = useSession((session) => session.caseId);
  const readOnly = useCase((store) => store.readOnly);
  const can = SHOWN.test(file.mediaType);
  return (
    <div className={styles['view']}>
      <div className={styles['bar']}>
        <Thumbnail evidence={evidence} />
        <span className={styles['hint']}>
          {!can && viewerKind(file) === null ? t('evidence.cannotShow') : open ? null : t('evidence.hidden')}
        </span>
        {viewerKind(file) && (
          <Button onClick={() => showScreen({ kind: 'view-file', evidenceId: evidence.id, at: null })}>
            {t('viewer.open')}
          </Button>
        )}
        {can && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'evidence.hideFile' : 'evidence.showFile')}
          </Button>
        )}
        {!readOnly && PICTURE.test(file.mediaType) && (
          <Button aria-expanded={masking} onClick={() => setMasking(!masking)}>
            {t(masking ? 'protection.maskClose' : 'protection.maskOpen')}
          </Button>
        )}
      </div>
      {masking && caseId !== null && <MaskEditor evidence={evidence} source={sourceOf(caseId, file)} />}
      {open && !masking && <Media file={file} title={evidence.title} />}
    </div>
  );
}
