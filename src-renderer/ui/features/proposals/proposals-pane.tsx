import { Progress } from '@mantine/core';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, voicedAs } from '#core/proposing/draft.ts';
import { type Proposing, useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { VirtualList } from '#renderer/ui/components/virtual-list.tsx';
import styles from './proposals.module.css';
import { chosenOf, setReady, useDrafts } from './use-drafts.ts';
import { leaveProposals } from './use-propose.ts';
import { focusProposals, LIST_ID, useProposalActions } from './use-proposal-actions.ts';
import { useProposalKeys } from './use-proposal-keys.ts';

const ROW = 28;

function Row({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const { voice, ladder } = voicedAs(draft);
  const outer = ladder[0];
  const who = outer ? (outer.party?.name ?? outer.unnamed) : null;
  return (
    <>
      <bdi className={styles['statement']}>{draft.statement}</bdi>
      <span className={styles['who']}>
        {voice === 'unclear' ? <em>{t('terms.voice.unclear')}</em> : who && <bdi>{who}</bdi>}
      </span>
    </>
  );
}

function List({ ready }: { readonly ready: Extract<Proposing, { phase: 'ready' }> }) {
  const { t } = useTranslation();
  const drafts = useDrafts();
  const chosen = chosenOf(drafts, ready.chosen);
  useProposalKeys(useProposalActions());
  useEffect(focusProposals, []);
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['line']}>
          <h2>
            <span role="status">{t('proposals.left', { count: drafts.length })}</span>
          </h2>
          <Button look="quiet" onClick={leaveProposals}>
            {t('proposals.leave')} <Kbd keys={['Esc']} />
          </Button>
        </div>
        <div className={styles['chips']} role="group" aria-label={t('proposals.order')}>
          <Chip on={ready.order === 'text'} onClick={() => setReady(() => ({ order: 'text' }))}>
            {t('proposals.byText')}
          </Chip>
          <Chip on={ready.order === 'worth'} onClick={() => setReady(() => ({ order: 'worth' }))}>
            {t('proposals.byWorth')}
          </Chip>
        </div>
        <p className={styles['keys']}>{t('proposals.keys')}</p>
      </div>
      {drafts.length === 0 ? (
        <Empty title={t('proposals.none')}>
          <p>{t('proposals.noneHint')}</p>
        </Empty>
      ) : (
        <div id={LIST_ID} className={styles['list']}>
          <VirtualList
            label={t('proposals.title')}
            items={drafts}
            keyOf={({ key }) => key}
            rowHeight={ROW}
            chosen={chosen?.key ?? null}
            onChoose={(key) => setReady(() => ({ chosen: key, asked: null }))}
          >
            {(draft) => <Row draft={draft} />}
          </VirtualList>
        </div>
      )}
    </>
  );
}

/** What is proposed of the article, in place of the claims. */
export function ProposalsPane() {
  const { t } = useTranslation();
  const proposing = useView((view) => view.proposing);
  if (!proposing) return null;
  return (
    <div className={styles['pane']}>
      {proposing.phase === 'ready' ? (
        <List ready={proposing} />
      ) : (
        <Empty title={t('proposals.reading')}>
          <Progress
            className={styles['progress'] ?? ''}
            size="sm"
            aria-label={t('proposals.reading')}
            value={100 * proposing.share}
          />
          <Button onClick={leaveProposals}>{t('common.cancel')}</Button>
        </Empty>
      )}
    </div>
  );
}
