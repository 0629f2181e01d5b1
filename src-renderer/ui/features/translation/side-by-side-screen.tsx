import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { Bead } from '#core/model/alignment.ts';
import type { Item } from '#core/model/item.ts';
import { giveLast, proposeBeads, type Side, splitRow, takeNext } from '#core/translation/beads.ts';
import { addAnchor } from '#renderer/commands/add-anchor.ts';
import { alignTranslation } from '#renderer/commands/align-translation.ts';
import { anchorOriginal } from '#renderer/commands/anchor-original.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useReport, useRun } from '#renderer/ui/hooks/use-run.ts';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { placeFinder } from '../document/places.ts';
import { AlignedText } from './aligned-text.tsx';
import styles from './translation.module.css';
import { type Aligned, useAlignment } from './use-alignment.ts';
import { type SideSelection, useSideSelection } from './use-side-selection.ts';

const leave = (documentId: string): void => {
  useView.setState({ documentId, desk: 'claims', sharedColumn: 'article' });
  showScreen(NO_SCREEN);
};

function usePlaces(documentId: string, text: string) {
  const find = useMemo(() => placeFinder(documentId, text), [documentId, text]);
  return find(useCase((store) => store.state.claim));
}

/** What can be done with selected words: they become a place of the chosen claim. */
function Tools(props: { readonly selection: SideSelection; readonly original: boolean }) {
  const { t } = useTranslation();
  const run = useRun();
  const { selection, original } = props;
  const claim = useCase((store) => store.state.claim.get(useView.getState().claimId ?? ''));
  const text = useCase((store) => store.texts.get(selection.documentId));
  if (text === undefined) return null;
  const add = async (claimId: string): Promise<void> => {
    const anchor = makeAnchor(selection.documentId, text, selection.start, selection.end);
    const done = original
      ? await run(anchorOriginal, { claimId, anchor })
      : await run(addAnchor, { claimId, anchor });
    if (done) window.getSelection()?.removeAllRanges();
  };
  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('translation.selection')}>
      {claim && claim.mergedInto === null ? (
        <Button look="primary" onClick={() => void add(claim.id)}>
          {t(original ? 'translation.addOriginal' : 'translation.addTo', { ref: claim.ref })}
        </Button>
      ) : (
        <span>{t('translation.chooseClaim')}</span>
      )}
    </div>
  );
}

/** The rows; the one the keys work on is marked. */
function Rows(props: {
  readonly aligned: Aligned;
  readonly document: Item<'document'>;
  readonly row: number;
  readonly go: (row: number) => void;
}) {
  const { t } = useTranslation();
  const { aligned, document, row, go } = props;
  const { original, texts, rows } = aligned;
  const left = usePlaces(original.id, texts.original);
  const right = usePlaces(document.id, texts.translation);
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => current.current?.scrollIntoView?.({ block: 'nearest' }), [row]);
  const click = (event: MouseEvent, at: number): void => {
    go(at);
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-claim]') : null;
    const claimId = mark?.dataset['claim'];
    if (claimId && window.getSelection()?.isCollapsed !== false) useView.setState({ claimId });
  };
  return (
    <ol className={styles['rows']} aria-label={t('translation.rows')}>
      {rows.map((held, at) => (
        // The keys of the screen do all that a click does; the row itself is no control.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/no-noninteractive-element-interactions
        <li
          key={`${held.original[0]?.start ?? 'none'} ${held.translation[0]?.start ?? 'none'}`}
          ref={at === row ? current : null}
          className={styles['row']}
          aria-current={at === row || undefined}
          data-row={at + 1}
          onClick={(event) => click(event, at)}
        >
          <AlignedText document={original} text={texts.original} paragraphs={held.original} places={left} />
          <AlignedText
            document={document}
            text={texts.translation}
            paragraphs={held.translation}
            places={right}
          />
        </li>
      ))}
    </ol>
  );
}

/** A translation beside its original, paragraph by paragraph; the rows are put right by keyboard. */
export function SideBySideScreen({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation();
  const run = useRun();
  const report = useReport();
  const workbench = useWorkbench();
  const root = useRef<HTMLElement>(null);
  const document = useCase((store) => store.state.document.get(documentId));
  const texts = useCase((store) => store.texts);
  const readOnly = useCase((store) => store.readOnly);
  const aligned = useAlignment(document);
  const selection = useSideSelection(root, texts);
  const [row, setRow] = useState(0);
  const last = (aligned?.rows.length ?? 1) - 1;
  const at = Math.min(row, last);

  const keep = (beads: readonly Bead[]): void => {
    if (!aligned || readOnly) return;
    const alignment = { originalId: aligned.original.id, beads };
    void run(alignTranslation, { documentId, alignment }, `align-${documentId}`);
  };
  const shift =
    (change: (beads: readonly Bead[], row: number, side: Side) => readonly Bead[], side: Side) => () =>
      aligned && keep(change(aligned.beads, at, side));
  const go = (next: number): void => setRow(Math.min(last, Math.max(0, next)));
  useShortcuts({
    KeyJ: () => go(at + 1),
    KeyK: () => go(at - 1),
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    KeyO: shift(takeNext, 0),
    'Shift+KeyO': shift(giveLast, 0),
    KeyT: shift(takeNext, 1),
    'Shift+KeyT': shift(giveLast, 1),
    KeyS: () => aligned && keep(splitRow(aligned.beads, at)),
    Escape: () => leave(documentId),
    'Ctrl+KeyZ': () => void workbench.undo().then(report),
    'Ctrl+Shift+KeyZ': () => void workbench.redo().then(report),
    'Ctrl+KeyY': () => void workbench.redo().then(report),
  });

  if (!document || !aligned) return null;
  const { original } = aligned;
  return (
    <main ref={root} className={styles['screen']}>
      <header className={styles['head']}>
        <h1>
          {t('translation.title')} · <bdi>{document.title}</bdi>
        </h1>
        {!readOnly && (
          <Button onClick={() => keep(proposeBeads(aligned.texts.original, aligned.texts.translation))}>
            {t('translation.propose')}
          </Button>
        )}
        <Button onClick={() => leave(documentId)}>{t('translation.back')}</Button>
      </header>
      {aligned.proposed && (
        <Notice tone="warn">
          {t('translation.unfit')}{' '}
          <Button look="quiet" onClick={() => keep(aligned.beads)}>
            {t('translation.accept')}
          </Button>
        </Notice>
      )}
      <div className={styles['titles']}>
        <h2>{t('translation.original', { ref: original.ref })}</h2>
        <h2>{t('translation.translated', { ref: document.ref })}</h2>
      </div>
      <section
        className={styles['scroll']}
        aria-label={t('translation.rows')}
        // It scrolls: without the focus the keyboard could not.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <Rows aligned={aligned} document={document} row={at} go={go} />
      </section>
      {selection && !readOnly && (
        <Tools
          key={`${selection.documentId} ${selection.start}`}
          selection={selection}
          original={selection.documentId === original.id}
        />
      )}
      <p className={styles['keys']}>{t('translation.keys')}</p>
    </main>
  );
}
