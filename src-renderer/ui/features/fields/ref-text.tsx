import { itemKey } from '#core/journal/item-key.ts';
import { shownRefs } from '#core/merge/ambiguous-refs.ts';
import type { Referenced } from '#core/model/refs.ts';
import { useCase } from '#renderer/state/case-store.ts';

/** A reference as it is shown: with an ending where another item of the case carries it too. */
export function RefText({ entity, id, text }: { entity: Referenced; id: string; text: string }) {
  const ending = useCase(({ state }) => shownRefs(state).get(itemKey(entity, id)));
  return <>{ending === undefined ? text : `${text}·${ending}`}</>;
}
