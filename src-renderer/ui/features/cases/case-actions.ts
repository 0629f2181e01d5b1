import type { ReadArticle } from '#core/ports/workbench.ts';
import { type Screen, showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';

/** Asks for a new case; one that does not begin with the sample goes on to its first article. */
export function newCase(fromSample: boolean): void {
  const next: Screen = fromSample ? { kind: 'none' } : { kind: 'import', article: null };
  showScreen({ kind: 'new-case', fromSample, next });
}

/**
 * Shows articles that were read, one after the other, or with null the place to paste one. The
 * sample takes none: there a new case is made first. `revisionOf`: the document it is a newer version of.
 */
export function startImport(articles: readonly ReadArticle[] | null, revisionOf: string | null = null): void {
  const [article = null, ...rest] = articles ?? [];
  const screen: Screen = { kind: 'import', article, rest, revisionOf };
  const open = useSession.getState().phase === 'open';
  showScreen(open ? screen : { kind: 'new-case', fromSample: false, next: screen });
}

/** Locks and shows the other cases. */
export function switchCase(lock: () => void): void {
  const { phase, cases } = useSession.getState();
  if (phase === 'open') lock();
  else if (cases.length > 0) useSession.setState({ phase: 'locked' });
}
