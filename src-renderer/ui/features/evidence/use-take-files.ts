import { type DragEvent, useEffect, useRef, useState } from 'react';
import { type Bearing, useAttach } from './use-attach.ts';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/**
 * Takes files dropped on a pane, and files or pictures pasted while it is in view, as evidence.
 * `over`: something is held over the pane.
 */
export function useTakeFiles(bearing: Bearing, enabled: boolean) {
  const { attachFiles } = useAttach();
  const [over, setOver] = useState(false);
  const held = useRef(bearing);
  useEffect(() => {
    held.current = bearing;
  });

  useEffect(() => {
    if (!enabled) return undefined;
    const paste = (event: ClipboardEvent): void => {
      const files = event.clipboardData?.files;
      if (event.defaultPrevented || !files || files.length === 0) return;
      event.preventDefault();
      void attachFiles(files, held.current);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [attachFiles, enabled]);

  return {
    over,
    onDragOver(event: DragEvent) {
      if (!enabled || !hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop(event: DragEvent) {
      setOver(false);
      if (!enabled || event.defaultPrevented || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      void attachFiles(event.dataTransfer.files, held.current);
    },
  };
}
