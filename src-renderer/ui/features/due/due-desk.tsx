import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DueEntry, dueIn } from '#core/queries/due.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { DeskSplit, HeadRow, ListHead } from '#renderer/ui/components/desk-split.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { VirtualList } from '#renderer/ui/components/virtual-list.tsx';
import { todayHere } from '#renderer/ui/hooks/today.ts';
import { ClaimInspector } from '../finding/claim-inspector.tsx';
import { DueRow } from './due-row.tsx';

const keyOf = (entry: DueEntry): string =>
  `${entry.claim.id} ${entry.kind}${entry.kind === 'check' ? ` ${entry.check.id}` : ''}`;

function List() {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const actor = useCase((store) => store.actor);
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [mine, setMine] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const today = todayHere();
  const due = useMemo(() => dueIn(state, today, actor), [state, today, actor]);
  const alias = state.actor.get(actor)?.alias ?? '';
  const shown = due[when].filter(({ claim }) => !mine || claim.owner === alias);
  const choose = (key: string): void => {
    const entry = shown.find((one) => keyOf(one) === key);
    if (!entry) return;
    setChosen(key);
    useView.setState({ claimId: entry.claim.id });
  };
  return (
    <>
      <ListHead>
        <HeadRow>
          {(['now', 'later'] as const).map((name) => (
            <Chip key={name} on={when === name} onClick={() => setWhen(name)}>
              {t(`due.${name}`, { count: due[name].length })}
            </Chip>
          ))}
          {alias !== '' && (
            <Chip on={mine} onClick={() => setMine(!mine)}>
              {t('due.mine')}
            </Chip>
          )}
        </HeadRow>
      </ListHead>
      {shown.length === 0 ? (
        <Empty title={t(when === 'now' ? 'due.none' : 'due.noneLater')}>
          <p>{t('due.noneHint')}</p>
        </Empty>
      ) : (
        <VirtualList
          label={t('due.list')}
          items={shown}
          keyOf={keyOf}
          rowHeight={46}
          chosen={chosen}
          onChoose={choose}
        >
          {(entry) => <DueRow entry={entry} today={today} />}
        </VirtualList>
      )}
    </>
  );
}

/** What is to be done by today and what has its day later, the claim beside it. */
export function DueDesk() {
  const { t } = useTranslation();
  return (
    <DeskSplit
      listLabel={t('due.list')}
      detailsLabel={t('shell.claimPane')}
      resizeLabel={t('shell.resize')}
      list={<List />}
      details={<ClaimInspector />}
    />
  );
}
