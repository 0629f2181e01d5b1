import { TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View, ViewedFormat } from '#core/ports/view-work.ts';
import { foldText } from '#core/text/fold.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import type { ViewerProps } from './viewer-props.ts';
import styles from './viewer.module.css';

const LINE_HEIGHT = 22;
/** A locator names a place; it does not quote a page. */
const MOST_WORDS = 200;

/** What a page is shown in: it may load nothing but the pictures it carries, and its frame runs nothing. */
const inFrame = (html: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><style>body{font:15px/1.55 serif;margin:20px auto;max-width:46em;padding:0 20px;background:#fff;color:#111;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:2px 6px}</style></head><body>${html}</body></html>`;

function PageFrame({
  title,
  view,
}: {
  readonly title: string;
  readonly view: Extract<View, { kind: 'page' }>;
}) {
  const { t } = useTranslation();
  return (
    <>
      {view.leftOut > 0 && (
        <Notice tone="plain">{t('viewer.picturesLeftOut', { count: view.leftOut })}</Notice>
      )}
      <iframe className={styles['page']} sandbox="" srcDoc={inFrame(view.html)} title={title} />
    </>
  );
}

type Lines = Extract<View, { kind: 'text' }>;

function Text(props: Pick<ViewerProps, 'title' | 'mark' | 'goal'> & { readonly view: Lines }) {
  const { t } = useTranslation();
  const { title, view, mark, goal } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(goal?.kind === 'text' ? goal.words : '');
  const [at, setAt] = useState(-1);
  const virtual = useVirtualizer({
    count: view.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  });
  const folded = useMemo(() => view.lines.map(foldText), [view]);
  const next = (): void => {
    const wanted = foldText(words.trim());
    if (wanted === '') return;
    const later = folded.findIndex((line, number) => number > at && line.includes(wanted));
    const found = later >= 0 ? later : folded.findIndex((line) => line.includes(wanted));
    setAt(found);
    if (found >= 0) virtual.scrollToIndex(found, { align: 'center' });
  };
  useEffect(() => {
    if (goal?.kind !== 'text') return;
    next();
    // Only another goal moves the text.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [goal]);
  const markWords = (): void => {
    const chosen = window.getSelection()?.toString().trim().slice(0, MOST_WORDS) ?? '';
    if (chosen !== '') mark({ kind: 'text', words: chosen });
  };
  useShortcuts({ KeyM: markWords });
  return (
    <>
      <div className={styles['tools']} role="toolbar" aria-label={t('viewer.tools')}>
        <form
          className={styles['search']}
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            next();
          }}
        >
          <TextInput
            size="xs"
            aria-label={t('viewer.search')}
            placeholder={t('viewer.search')}
            value={words}
            dir="auto"
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button look="quiet" type="submit">
            {t('viewer.nextFound')}
          </Button>
        </form>
        <Button look="quiet" onClick={markWords}>
          {t('viewer.markWords')} <Kbd keys={['M']} />
        </Button>
        <span className={styles['hint']}>{t('viewer.lines', { count: view.lines.length })}</span>
      </div>
      {view.plain && <Notice tone="plain">{t('viewer.plain')}</Notice>}
      {view.uncertain && <Notice tone="plain">{t('viewer.uncertain')}</Notice>}
      {/* Scrolling by keys needs the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} className={styles['frame']} tabIndex={0} role="region" aria-label={title}>
        <div className={styles['lines']} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => (
            <p
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-found={index === at || undefined}
              className={styles['line']}
              dir="auto"
              style={{ transform: `translateY(${start}px)` }}
            >
              {view.lines[index] === '' ? '\u00a0' : view.lines[index]}
            </p>
          ))}
        </div>
      </div>
    </>
  );
}

/** A text, a Word document as its words, or a web page without anything that runs or loads. */
export function WordsViewer(props: ViewerProps & { readonly format: ViewedFormat }) {
  const { t } = useTranslation();
  const { file, format, title, fail } = props;
  const workbench = useWorkbench();
  const [view, setView] = useState<View | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void workbench.viewFile(file, format, stop.signal).then((read) => {
      if (stop.signal.aborted) return;
      if (read.ok) setView(read.value);
      else fail(t(`errors.${read.code}`, read.detail ?? {}));
    });
    return () => stop.abort();
  }, [workbench, file, format, fail, t]);
  if (!view) return <p className={styles['wait']}>{t('viewer.opening')}</p>;
  return view.kind === 'page' ? <PageFrame title={title} view={view} /> : <Text {...props} view={view} />;
}
