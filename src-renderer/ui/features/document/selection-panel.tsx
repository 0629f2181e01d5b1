import { Textarea } from '@mantine/core';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { Span } from '#core/anchoring/paragraphs.ts';
import type { Anchor } from '#core/model/anchor.ts';
import { PRIORITIES, type Priority } from '#core/model/claim.ts';
import type { Item } from '#core/model/item.ts';
import { suggestStatement } from '#core/queries/suggest-statement.ts';
import { addAnchor } from '#renderer/commands/add-anchor.ts';
import { settleAnchor } from '#renderer/commands/settle-anchor.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { useProtectWords } from '../protection/protect-words.tsx';
import { useWaiting } from '../revision/use-waiting.ts';
import { measured, rangesOf } from './dom-offsets.ts';
import styles from './selection-panel.module.css';
import { focusArticle } from './use-article-input.ts';
import { SkipWordsForm } from './skip-words-form.tsx';
import { VoiceForm } from './voice-form.tsx';

/** The statement of a claim made from the chosen words: one Enter away when it is right as it is. */
function Composer({ anchor, leave }: { readonly anchor: Anchor; readonly leave: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const [statement, setStatement] = useState(() => suggestStatement(anchor.exact));
  const [priority, setPriority] = useState<Priority>('should');
  const [accuses, setAccuses] = useState(false);
  async function save(): Promise<void> {
    const id = crypto.randomUUID();
    if (!(await run(makeClaim, { id, anchors: [anchor], fields: { statement, priority, accuses } }))) return;
    leave();
    useView.setState({ claimId: id });
  }
  return (
    <div className={styles['composer']}>
      <Textarea
        aria-label={t('document.statement')}
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
      <div className={styles['kinds']} role="group" aria-label={t('document.priority')}>
        {PRIORITIES.map((kind) => (
          <Chip key={kind} on={priority === kind} onClick={() => setPriority(kind)}>
            {t(`terms.priority.${kind}`)}
          </Chip>
        ))}
        <Chip on={accuses} tone="danger" onClick={() => setAccuses(!accuses)}>
          {t('claims.accuses')}
        </Chip>
        <span className={styles['hint']}>{t('document.statementHint')}</span>
      </div>
    </div>
  );
}

function useChosenClaim() {
  const claimId = useView((view) => view.claimId);
  return useCase((store) => (claimId === null ? undefined : store.state.claim.get(claimId)));
}

function Tools({ anchor, leave }: { readonly anchor: Anchor; readonly leave: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const claim = useChosenClaim();
  const first = useCase((store) => store.state.claim.size === 0);
  const protect = useProtectWords();
  const waiting = useWaiting(anchor.documentId).find(({ id }) => id === claim?.id);
  const moveHere = async (id: string, from: Anchor): Promise<void> => {
    if (await run(settleAnchor, { item: { entity: 'claim', id }, from, to: anchor })) leave();
  };
  const add = async (claimId: string): Promise<void> => {
    if (await run(addAnchor, { claimId, anchor })) leave();
  };
  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('document.selection')}>
      <Button look="quiet" onClick={() => useView.setState({ tool: 'claim' })}>
        {t('document.makeClaim')} <Kbd keys={['N']} />
      </Button>
      <Button look="quiet" onClick={() => useView.setState({ tool: 'voice' })}>
        {t('document.giveVoice')} <Kbd keys={['V']} />
      </Button>
      {claim && waiting && (
        <Button look="quiet" onClick={() => void moveHere(claim.id, waiting.anchor)}>
          {t('revision.moveHere', { label: claim.ref })}
        </Button>
      )}
      <Button look="quiet" onClick={() => useView.setState({ tool: 'skip' })}>
        {t('document.skipWords')} <Kbd keys={['⇧', 'X']} />
      </Button>
      {claim && claim.mergedInto === null && (
        <Button look="quiet" onClick={() => void add(claim.id)}>
          {t('document.addAnchor', { ref: claim.ref })}
        </Button>
      )}
      <Button look="quiet" onClick={() => void protect(anchor.exact).then((done) => done && leave())}>
        {t('protection.protectWords')}
      </Button>
      {first && <span className={styles['hint']}>{t('document.hintN')}</span>}
    </div>
  );
}

/** The card under the chosen words; it scrolls itself into view when it grows into a form. */
function Panel(props: {
  readonly root: RefObject<HTMLElement | null>;
  readonly paragraphs: readonly Span[];
  readonly selection: Span;
  readonly tool: string;
  readonly children: ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  const { root, paragraphs, selection, tool } = props;
  useLayoutEffect(() => {
    const last = root.current ? rangesOf(root.current, paragraphs, selection).at(-1) : undefined;
    if (!panel.current || !root.current) return;
    panel.current.hidden = last === undefined;
    if (!last) return;
    const { bottom } = measured(last).getBoundingClientRect();
    panel.current.style.insetBlockStart = `${bottom - root.current.getBoundingClientRect().top + 6}px`;
    if (tool !== 'none') panel.current.scrollIntoView({ block: 'nearest' });
  }, [root, paragraphs, selection, tool]);
  return (
    <div ref={panel} className={styles['panel']} data-tool={tool}>
      {props.children}
    </div>
  );
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
  if (!selection || selection.documentId !== document.id || readOnly) return null;
  const anchor = makeAnchor(document.id, text, selection.start, selection.end);
  const key = `${selection.start}-${selection.end}`;
  // The focus goes back to the article: the arrow keys go on choosing words where this began.
  const leave = (): void => {
    window.getSelection()?.removeAllRanges();
    useView.setState({ selection: null, tool: 'none' });
    focusArticle(root.current);
  };
  return (
    <Panel root={root} paragraphs={paragraphs} selection={selection} tool={tool}>
      {tool === 'claim' && <Composer key={key} anchor={anchor} leave={leave} />}
      {tool === 'voice' && <VoiceForm key={key} anchor={anchor} done={leave} />}
      {tool === 'skip' && <SkipWordsForm key={key} anchor={anchor} leave={leave} />}
      {tool === 'none' && <Tools anchor={anchor} leave={leave} />}
    </Panel>
  );
}
