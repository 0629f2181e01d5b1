/**
 * All matches of a pattern with the flag `g`, in order. As `matchAll`, which makes a copy of the
 * pattern each time and costs more than most sentences take to search. None may match nothing.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let next = pattern.exec(text); next; next = pattern.exec(text)) found.push(next);
  return found;
}
