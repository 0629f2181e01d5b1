import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchableNames } from '#core/model/names.ts';
import { PARTS, type Part } from '#core/model/party.ts';
import type { PartyRow as Row } from '#core/queries/party-rows.ts';
import { foldText } from '#core/text/fold.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { HeadRow, ListHead } from '#renderer/ui/components/desk-split.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { FilterField } from '#renderer/ui/components/filter-field.tsx';
import { VirtualList } from '#renderer/ui/components/virtual-list.tsx';
import { AddParty } from './add-party.tsx';
import { PartyRow } from './party-row.tsx';

type Group = 'all' | Part;
const GROUPS: readonly Group[] = ['all', ...PARTS];

/** A row is in the group of a part it was given, or that it plays in some claim. */
const inGroup = (row: Row, group: Group): boolean =>
  group === 'all' ||
  row.party.parts.includes(group) ||
  (group === 'speaker' && row.says.length > 0) ||
  (group === 'subject' && row.about.length > 0);

/** Rows whose names or role hold every word; our sources are found by their code name alone. */
function findPeople(rows: readonly Row[], text: string): readonly Row[] {
  const words = foldText(text).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ party, affiliation }) => {
    const hay = foldText([...searchableNames(party), party.role, affiliation].filter(Boolean).join('\n'));
    return words.every((word) => hay.includes(word));
  });
}

/** The people of the case, filtered. */
export function PeopleList({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const readOnly = useCase((store) => store.readOnly);
  const partyId = useView((view) => view.partyId);
  const [text, setText] = useState('');
  const [group, setGroup] = useState<Group>('all');
  const shown = useMemo(
    () => findPeople(rows, text).filter((row) => inGroup(row, group)),
    [rows, text, group],
  );
  return (
    <>
      <ListHead>
        <HeadRow>
          <FilterField label={t('people.filter')} value={text} onChange={setText} />
        </HeadRow>
        <HeadRow>
          {GROUPS.map((name) => (
            <Chip key={name} on={group === name} onClick={() => setGroup(name)}>
              {`${t(`people.filters.${name}`)} ${rows.filter((row) => inGroup(row, name)).length}`}
            </Chip>
          ))}
        </HeadRow>
        {!readOnly && <AddParty />}
        <HeadRow>
          <Button
            look="quiet"
            aria-pressed={partyId === null}
            onClick={() => useView.setState({ partyId: null })}
          >
            {t('protection.overview')}
          </Button>
        </HeadRow>
      </ListHead>
      {rows.length === 0 && (
        <Empty title={t('people.none')}>
          <p>{t('people.noneHint')}</p>
        </Empty>
      )}
      {rows.length > 0 && shown.length === 0 && <Empty title={t('people.noMatch')} />}
      {shown.length > 0 && (
        <VirtualList
          label={t('people.list')}
          items={shown}
          keyOf={({ id }) => id}
          rowHeight={44}
          chosen={partyId}
          onChoose={(id) => useView.setState({ partyId: id })}
        >
          {(row) => <PartyRow row={row} />}
        </VirtualList>
      )}
    </>
  );
}
