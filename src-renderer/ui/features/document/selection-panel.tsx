import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeAnchor } from '#core/anchoring/make-anchor.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { Item } from '#core/model/item.ts';
import { suggestStatement } from '#core/queries/suggest-statement.ts';
import { addAnchor } from '#renderer/commands/add-anchor.ts';
import { makeClaim } from '#renderer/commands/make-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import type { Painter } from './painter.ts';
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

/** Where the panel stands: under the selected words, in the coordinates of the scrolled article. */
function usePlace(painter: Painter | null): number | null {
  const selection = useView((view) => view.selection);
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => {
    const range = selection && painter?.range(selection);
    const scroller = range?.startContainer.parentElement?.closest('article')?.parentElement;
    if (!range || !scroller) return setTop(null);
    const { bottom } = range.getBoundingClientRect();
    setTop(bottom - scroller.getBoundingClientRect().top + scroller.scrollTop + 6);
  }, [selection, painter]);
  return top;
}

/** What can be done with the selected words, under them. */
export function SelectionPanel(props: {
  readonly document: Item<'document'>;
  readonly text: string;
  readonly painter: Painter | null;
}) {
  const { document, text, painter } = props;
  const selection = useView((view) => view.selection);
  const tool = useView((view) => view.tool);
  const readOnly = useCase((store) => store.readOnly);
  const top = usePlace(painter);
  if (!selection || selection.documentId !== document.id || readOnly || top === null) return null;
  const anchor = makeAnchor(document.id, text, selection.start, selection.end);
  const key = `${selection.start}-${selection.end}`;
  return (
    <div className={styles['panel']} style={{ insetBlockStart: top }} data-tool={tool}>
      {tool === 'claim' && <Composer key={key} anchor={anchor} />}
      {tool === 'voice' && <VoiceForm key={key} anchor={anchor} done={leave} />}
      {tool === 'none' && <Tools anchor={anchor} />}
    </div>
  );
}
