import { Textarea } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { Span } from '#core/anchoring/paragraphs.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { Item } from '#core/model/item.ts';
import { suggestStatement } from '#core/queries/suggest-statement.ts';
import { addAnchor } from '#renderer/commands/add-anchor.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { measured, rangesOf } from './dom-offsets.ts';
import styles from './selection-panel.module.css';
import { VoiceForm } from './voice-form.tsx';

const leave = (): void => useView.setState({ selection: null, tool: 'none' });

function Composer({ anchor }: { readonly anchor: Anchor }) {
  const { t } = useTranslation();
  const run = useRun();
  const [statement, setStatement] = useState(() => suggestStatement(anchor.exact));
  async function save(): Promise<void> {
    const id = crypto.randomUUID();
    if (!(await run(makeClaim, { id, anchors: [anchor], fields: { statement } }))) return;
    window.getSelection()?.removeAllRanges();
    useView.setState({ selection: null, tool: 'none', claimId: id });
  }
  return (
    <div className={styles['composer']}>
      <Textarea
        label={t('document.statement')}
        description={t('document.statementHint')}
        value={statement}
        dir="auto"
        autosize
        maxRows={8}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setStatement(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.code === 'Escape') leave();
          if (event.code !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
    </div>
  );
}

function Tools({ anchor }: { readonly anchor: Anchor }) {
  const { t } = useTranslation();
  const run = useRun();
  const claim = useCase((store) => store.state.claim.get(useView.getState().claimId ?? ''));
  const add = async (claimId: string): Promise<void> => {
    if (await run(addAnchor, { claimId, anchor })) leave();
  };
  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('document.selection')}>
      <Button look="quiet" onClick={() => useView.setState({ tool: 'claim' })}>
        {t('document.makeClaim')} <kbd>N</kbd>
      </Button>
      <Button look="quiet" onClick={() => useView.setState({ tool: 'voice' })}>
        {t('document.giveVoice')} <kbd>V</kbd>
      </Button>
      {claim && claim.mergedInto === null && (
        <Button look="quiet" onClick={() => void add(claim.id)}>
          {t('document.addAnchor', { ref: claim.ref })}
        </Button>
      )}
    </div>
  );
}

/** The card under the words; it scrolls itself into view when it grows into a form. */
function Panel(props: { readonly top: number; readonly tool: string; readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  const { top, tool } = props;
  useEffect(() => {
    if (tool !== 'none') element.current?.scrollIntoView({ block: 'nearest' });
  }, [tool, top]);
  return (
    <div ref={element} className={styles['panel']} style={{ insetBlockStart: top }} data-tool={tool}>
      {props.children}
    </div>
  );
}

/** Where the panel stands: under the selected words, in the coordinates of the page around them. */
function usePlace(root: RefObject<HTMLElement | null>, paragraphs: readonly Span[]): number | null {
  const selection = useView((view) => view.selection);
  const [top, setTop] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    const last = element && selection ? rangesOf(element, paragraphs, selection).at(-1) : undefined;
    if (!element || !last) return setTop(null);
    const { bottom } = measured(last).getBoundingClientRect();
    return setTop(bottom - element.getBoundingClientRect().top + 6);
  }, [selection, root, paragraphs]);
  return top;
}

/** What can be done with the selected words, under them. */
export function SelectionPanel(props: {
  readonly document: Item<'document'>;
  readonly text: string;
  readonly root: RefObject<HTMLElement | null>;
  readonly paragraphs: readonly Span[];
}) {
  const { document, text, root, paragraphs } = props;
  const selection = useView((view) => view.selection);
  const tool = useView((view) => view.tool);
  const readOnly = useCase((store) => store.readOnly);
  const top = usePlace(root, paragraphs);
  if (!selection || selection.documentId !== document.id || readOnly || top === null) return null;
  const anchor = makeAnchor(document.id, text, selection.start, selection.end);
  const key = `${selection.start}-${selection.end}`;
  return (
    <Panel top={top} tool={tool}>
      {tool === 'claim' && <Composer key={key} anchor={anchor} />}
      {tool === 'voice' && <VoiceForm key={key} anchor={anchor} done={leave} />}
      {tool === 'none' && <Tools anchor={anchor} />}
    </Panel>
  );
}
