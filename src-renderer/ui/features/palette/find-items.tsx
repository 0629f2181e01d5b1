import { IconArticle, IconPaperclip, IconUser } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { CaseState } from '#core/model/case-state.ts';
import { displayName, searchableNames } from '#core/model/names.ts';
import { NO_FILTER } from '#core/queries/claim-filter.ts';
import { type ClaimRow, claimRows } from '#core/queries/claim-rows.ts';
import { filterClaims } from '#core/queries/filter-claims.ts';
import { todayHere } from '#renderer/ui/hooks/today.ts';
import { foldText } from '#core/text/fold.ts';
import { useView } from '#renderer/state/view-store.ts';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import type { PaletteAction, PaletteGroup } from './palette-action.ts';

const MOST = { claims: 8, evidence: 5, people: 5, articles: 3 } as const;
type Kind = keyof typeof MOST;
/** Claims that hold the words as they were typed come first, among this many. */
const MOST_RANKED = 500;

function group<T>(
  t: TFunction,
  kind: Kind,
  found: readonly T[],
  action: (item: T) => PaletteAction,
): PaletteGroup {
  const most = MOST[kind];
  return {
    id: kind,
    label: t(`palette.${kind}`),
    actions: found.slice(0, most).map(action),
    more: Math.max(0, found.length - most),
  };
}

/** Items whose reference or words hold every word asked for; `c31` and `31` find `C-31` too. */
const holding = (words: readonly string[], ...texts: readonly (string | null | undefined)[]): boolean => {
  const hay = foldText(texts.filter(Boolean).join('\n'));
  return words.every((word) => hay.includes(word));
};

function findClaims(state: CaseState, query: string) {
  const rows = claimRows(state);
  const number = /^\s*c?[-\s]?(\d+)\s*$/i.exec(query)?.[1];
  const byRef = number ? rows.filter(({ ref }) => Number.parseInt(ref.slice(2), 10) === Number(number)) : [];
  const found = filterClaims(rows, { ...NO_FILTER, text: query }, todayHere()).filter(
    (row) => !byRef.includes(row),
  );
  const phrase = foldText(query).trim();
  const closeness = ({ statement }: ClaimRow): number => (foldText(statement).includes(phrase) ? 0 : 1);
  const ranked = found.slice(0, MOST_RANKED).sort((a, b) => closeness(a) - closeness(b));
  return [...byRef, ...ranked, ...found.slice(MOST_RANKED)];
}

/** What of the case a query finds, by kind. */
export function findItems(state: CaseState, query: string, t: TFunction): readonly PaletteGroup[] {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const evidence = [...state.evidence.values()].filter(({ ref, title, url, file }) =>
    holding(words, ref, title, url, file?.name),
  );
  const people = [...state.party.values()].filter((party) => holding(words, ...searchableNames(party)));
  const articles = [...state.document.values()].filter(({ ref, title, publisher }) =>
    holding(words, ref, title, publisher),
  );
  return [
    group(t, 'claims', findClaims(state, query), (row) => ({
      id: `claim-${row.id}`,
      label: row.statement,
      aside: row.ref,
      icon: (
        <StatusMark
          mark={markOf(row.status, row.reason, row.skipped !== null)}
          label={t(`terms.status.${row.status}`)}
        />
      ),
      run: () => useView.setState(({ reveal }) => ({ desk: 'claims', claimId: row.id, reveal: reveal + 1 })),
    })),
    group(t, 'evidence', evidence, (item) => ({
      id: `evidence-${item.id}`,
      label: item.title,
      aside: item.ref,
      icon: <IconPaperclip size={16} stroke={1.6} aria-hidden />,
      run: () => useView.setState({ desk: 'evidence', evidenceId: item.id }),
    })),
    group(t, 'people', people, (party) => ({
      id: `party-${party.id}`,
      label: displayName(party) || t('people.nameless'),
      aside: null,
      icon: <IconUser size={16} stroke={1.6} aria-hidden />,
      run: () => useView.setState({ desk: 'people', partyId: party.id }),
    })),
    group(t, 'articles', articles, (document) => ({
      id: `document-${document.id}`,
      label: document.title,
      aside: document.ref,
      icon: <IconArticle size={16} stroke={1.6} aria-hidden />,
      run: () => useView.setState({ desk: 'claims', documentId: document.id }),
    })),
  ];
}
