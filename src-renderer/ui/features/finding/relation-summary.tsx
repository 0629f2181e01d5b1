import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { relationsOf } from '#core/queries/indexes.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import styles from './claim-inspector.module.css';

const MOST = 2;

/** What the claim is part of or depends on, in a line; each leads there. */
export function RelationSummary({ claim }: { readonly claim: Item<'claim'> }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const outward = relationsOf(state, claim.id).flatMap((relation) => {
    const other = relation.from === claim.id ? state.claim.get(relation.to) : undefined;
    return other ? [{ id: relation.id, kind: relation.kind, other }] : [];
  });
  return outward.slice(0, MOST).map(({ id, kind, other }) => (
    <button
      key={id}
      type="button"
      className={styles['summary']}
      title={other.statement}
      onClick={() => useView.setState(({ reveal }) => ({ claimId: other.id, reveal: reveal + 1 }))}
    >
      {t(`terms.relation.${kind}`)} <RefText entity="claim" id={other.id} text={other.ref} />
    </button>
  ));
}
