import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemRef } from '#core/merge/state-after.ts';
import type { CombinedField } from '#core/merge/review-conflicts.ts';
import type { PersonReview } from '#core/merge/review-people.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { ReviewedMerge } from '#core/ports/workbench.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { itemLabel } from '../history/item-label.ts';
import { valueText } from '../history/value-text.ts';
import { Conflicts } from './conflicts.tsx';
import styles from './share.module.css';
import { Vouched } from './vouched.tsx';

/** More items than this of one kind are counted, not named. */
const MOST = 12;

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The first words of an item, after its reference. */
function useNames(after: CaseState): (item: ItemRef) => string {
  return ({ entity, id }) => {
    const label = itemLabel(after, entity, id);
    if (entity === 'claim') return `${label} ${after.claim.get(id)?.statement ?? ''}`.trim();
    if (entity === 'evidence') return `${label} ${after.evidence.get(id)?.title ?? ''}`.trim();
    if (entity === 'document') return `${label} ${after.document.get(id)?.title ?? ''}`.trim();
    return label;
  };
}

function Person(props: {
  readonly person: PersonReview;
  readonly after: CaseState;
  /** The key that vouches for this person, null when none does. */
  readonly signingKey: string | null;
}) {
  const { person, after, signingKey } = props;
  const { t } = useTranslation();
  const nameOf = useNames(after);
  const refs = (entity: ItemRef['entity'], ids: readonly string[]): ItemRef[] =>
    ids.map((id) => ({ entity, id }));
  const lines: readonly (readonly [string, readonly ItemRef[]])[] = [
    ['newClaims', refs('claim', person.claims)],
    ['newEvidence', refs('evidence', person.evidence)],
    ['newDocuments', refs('document', person.documents)],
    ['newParties', refs('party', person.parties)],
    ['newOthers', person.others.filter(({ entity }) => entity !== 'actor')],
    ['changedItems', person.changed],
    ['deletedItems', person.deleted],
  ];
  const names = (items: readonly ItemRef[]): string[] => [...new Set(items.map(nameOf))].filter(Boolean);
  return (
    <Part title={person.alias || t('share.someone')}>
      <Vouched signingKey={signingKey} />
      <ul>
        {lines
          .filter(([, items]) => items.length > 0)
          .map(([kind, items]) => (
            <li key={kind}>
              {t(`share.${kind}`, { count: items.length })}
              {items.length <= MOST && names(items).length > 0 && (
                <bdi dir="auto">{`: ${names(items).join(' · ')}`}</bdi>
              )}
            </li>
          ))}
      </ul>
    </Part>
  );
}

function Combined({
  fields,
  after,
}: {
  readonly fields: readonly CombinedField[];
  readonly after: CaseState;
}) {
  const { t } = useTranslation();
  return (
    <Part title={t('share.combined')}>
      {fields.map((one) => {
        const item = { entity: one.entity, entityId: one.id };
        return (
          <div key={`${one.entity}-${one.id}-${one.field}`}>
            <b>{itemLabel(after, one.entity, one.id) || t(`history.what.${one.entity}`)}</b>
            {`: ${t(`history.field.${one.field}`)}`}
            <div className={styles['two']}>
              {(['yours', 'theirs'] as const).map((side) => (
                <div key={side} className={styles['side']} data-taken={one.taken === side || undefined}>
                  <b>
                    {t(`share.${side}`)}
                    {side === 'theirs' && one.theirsBy.alias && ` · ${one.theirsBy.alias}`}
                    {one.taken === side && ` · ${t('share.taken')}`}
                  </b>
                  <bdi dir="auto">{valueText(after, item, one.field, one[side], t)}</bdi>
                </div>
              ))}
            </div>
          </div>
        );
      })}
    </Part>
  );
}

/** What a merge brings, what was combined, and what a person must settle. */
export function ReviewView(props: { readonly reviewed: ReviewedMerge; readonly merged: boolean }) {
  const { review, after, vouched, anew } = props.reviewed;
  const { t } = useTranslation();
  const nameOf = useNames(after);
  const { people, combined, findings, deleteConflicts, purges, erased, withheld } = review;
  const nothing = people.length === 0 && purges.length === 0 && erased === 0;
  return (
    <>
      {nothing && <p>{t('share.nothingNew')}</p>}
      {anew && <Notice tone="warn">{t('share.anew')}</Notice>}
      {purges.length > 0 && (
        <Notice tone="danger">
          {t('share.purges', { count: purges.length })} {erased > 0 && t('share.erased', { count: erased })}
        </Notice>
      )}
      {findings.length > 0 && <Conflicts conflicts={findings} after={after} settling={props.merged} />}
      {combined.length > 0 && <Combined fields={combined} after={after} />}
      {deleteConflicts.length > 0 && (
        <Part title={t('share.deleteConflicts')}>
          <ul>
            {deleteConflicts.map((item) => (
              <li key={`${item.entity}-${item.id}`}>
                <bdi dir="auto">{nameOf(item) || t(`history.what.${item.entity}`)}</bdi>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {people.map((person) => (
        <Person
          key={person.actor}
          person={person}
          after={after}
          signingKey={vouched.get(person.actor) ?? null}
        />
      ))}
      {withheld > 0 && <p>{t('share.withheldIn', { count: withheld })}</p>}
    </>
  );
}
