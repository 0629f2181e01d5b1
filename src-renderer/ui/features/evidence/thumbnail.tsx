import { IconFile, IconLink, IconMessage, IconQuote } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Item } from '#core/model/item.ts';
import { isQuarantined, useCustody } from '#renderer/state/custody-store.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import styles from '../finding/claim-inspector.module.css';

const ICONS = { file: IconFile, link: IconLink, quotation: IconQuote, testimony: IconMessage } as const;

/** A small picture of an item, blurred until it is pointed at; an icon where there is none. */
export function Thumbnail({ evidence }: { readonly evidence: Item<'evidence'> }) {
  const workbench = useWorkbench();
  const [url, setUrl] = useState<string | null>(null);
  const quarantined = useCustody((custody) => isQuarantined(custody, evidence));
  const isPicture = !quarantined && (evidence.file?.mediaType.startsWith('image/') ?? false);
  useEffect(() => {
    if (!isPicture) return undefined;
    let made: string | null = null;
    let wanted = true;
    void workbench.thumbnail(evidence.id).then((picture) => {
      if (!wanted) {
        if (picture) URL.revokeObjectURL(picture);
        return;
      }
      made = picture;
      setUrl(picture);
    });
    return () => {
      wanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [workbench, evidence.id, isPicture]);
  const Icon = ICONS[evidence.kind];
  if (url && isPicture) return <img className={styles['thumb']} src={url} alt={evidence.title} />;
  return (
    <span className={styles['icon']}>
      <Icon size={18} stroke={1.5} aria-hidden />
    </span>
  );
}
