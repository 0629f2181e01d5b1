import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openRanged, type PdfDocument } from '#renderer/ui/components/ranged-pdf.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import type { ViewerProps } from './viewer-props.ts';

/** An open PDF and the shape of its first page. */
export type OpenPdf = { readonly document: PdfDocument; readonly ratio: number };

/** How pdf.js names what is wrong with a file. */
const FAULTS: Readonly<Record<string, string>> = { PasswordException: 'viewer.pdfLocked' };

/** Opens the file's PDF, read in parts; null until it stands. */
export function usePdf({ file, fail }: Pick<ViewerProps, 'file' | 'fail'>): OpenPdf | null {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const failed = (name: string): void => {
      if (!stop.signal.aborted) fail(t(FAULTS[name] ?? 'viewer.pdfDamaged'));
    };
    const read = async (start: number, end: number): Promise<Uint8Array> => {
      const part = await workbench.readFilePart(file, start, end, stop.signal);
      if (part.ok) return part.value;
      throw new Error(part.code);
    };
    const task = openRanged(file.size, read, () => failed(''));
    const load = async (): Promise<void> => {
      const document = await task.promise;
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
      if (!stop.signal.aborted) setPdf({ document, ratio: width / height });
    };
    load().catch((error: unknown) => failed(error instanceof Error ? error.name : ''));
    return () => {
      stop.abort();
      void task.destroy();
    };
  }, [workbench, file, fail, t]);
  return pdf;
}
