import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemRef } from '#core/merge/state-after.ts';
import type { CombinedField } from '#core/merge/review-conflicts.ts';
import type { PersonReview } from '#core/merge/review-people.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { ReviewedMerge } from '#core/ports/project-files.ts';
import { FirstOf } from '#renderer/ui/components/first-of.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Side, Sides } from '#renderer/ui/components/sides.tsx';
import { itemLabel } from '../history/item-label.ts';
import { itemNamed } from '../history/item-words.ts';
import { valueText } from '../history/value-text.ts';
import { Conflicts } from './conflicts.tsx';
import styles from './share.module.css';
import { StillThere } from './still-there.tsx';
import { Vouched } from './vouched.tsx';

/** Items of one kind that are named at first. */
const FIRST = 12;

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** An item by its reference and what it says, each in its own direction. */
function Named({ after, item }: { readonly after: CaseState; readonly item: ItemRef }) {
  const { t } = useTranslation();
  const { label, says } = itemNamed(after, item);
  return (
    <>
      <bdi className={styles['ref']}>{label || t(`history.what.${item.entity}`)}</bdi>
      {says && (
        <>
          {' '}
          <bdi>{says}</bdi>
        </>
      )}
    </>
  );
}

/** Items under each other, each once. */
function Items({ after, items }: { readonly after: CaseState; readonly items: readonly ItemRef[] }) {
  return (
    <ul>
      <FirstOf
        items={items}
        first={FIRST}
        inList
        renderLine={(item) => (
          <li key={`${item.entity}-${item.id}`}>
            <Named after={after} item={item} />
          </li>
        )}
      />
    </ul>
  );
}

function Person(props: {
  readonly person: PersonReview;
  readonly after: CaseState;
  /** The key that vouches for this person, null when none does. */
  readonly signingKey: string | null;
}) {
  const { person, after, signingKey } = props;
  const { t } = useTranslation();
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
  return (
    <Part title={person.alias || t('share.someone')}>
      <Vouched signingKey={signingKey} />
      <ul>
        {lines
          .filter(([, items]) => items.length > 0)
          .map(([kind, items]) => (
            <li key={kind}>
              {t(`share.${kind}`, { count: items.length })}
              <Items after={after} items={items} />
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
      <FirstOf
        items={fields}
        renderLine={(one) => {
          const item = { entity: one.entity, entityId: one.id };
          return (
            <div key={`${one.entity}-${one.id}-${one.field}`} className={styles['changed']}>
              <span>
                <b>
                  <bdi>{itemLabel(after, one.entity, one.id) || t(`history.what.${one.entity}`)}</bdi>
                </b>
                {`: ${t(`history.field.${one.field}`)}`}
              </span>
              <Sides>
                {(['yours', 'theirs'] as const).map((side) => (
                  <Side
                    key={side}
                    who={
                      side === 'theirs' && one.theirsBy.alias
                        ? `${t('share.theirs')} · ${one.theirsBy.alias}`
                        : t(`share.${side}`)
                    }
                    taken={one.taken === side ? t('share.taken') : null}
                  >
                    <bdi>{valueText(after, item, one.field, one[side], t)}</bdi>
                  </Side>
                ))}
              </Sides>
            </div>
          );
        }}
      />
    </Part>
  );
}

/** What a merge brings, what was combined, and what a person must settle. */
export function ReviewView(props: { readonly reviewed: ReviewedMerge; readonly merged: boolean }) {
  const { review, after, vouched, anew, foundAgain } = props.reviewed;
  const { t } = useTranslation();
  const { people, combined, findings, deleteConflicts, purges, erased, withheld } = review;
  const { sharedRefs, stillThere, unknowing } = review;
  const nothing = people.length === 0 && purges.length === 0 && erased === 0;
  return (
    <>
      {nothing && foundAgain === 0 && <p>{t('share.nothingNew')}</p>}
      {foundAgain > 0 && <p>{t('share.foundAgain', { count: foundAgain })}</p>}
      {anew && <Notice tone="warn">{t('share.anew')}</Notice>}
      {purges.length > 0 && (
        <Notice tone="danger">
          {t('share.purges', { count: purges.length })} {erased > 0 && t('share.erased', { count: erased })}
        </Notice>
      )}
      {stillThere.length > 0 && (
        <StillThere heading={t('share.stillHere')} places={stillThere} state={after} />
      )}
      {findings.length > 0 && <Conflicts conflicts={findings} after={after} settling={props.merged} />}
      {combined.length > 0 && <Combined fields={combined} after={after} />}
      {deleteConflicts.length > 0 && (
        <Part title={t('share.deleteConflicts')}>
          <Items after={after} items={deleteConflicts} />
        </Part>
      )}
      {sharedRefs.length > 0 && (
        <Part title={t('share.sharedRefs')}>
          <Items after={after} items={sharedRefs.flatMap(({ items }) => items)} />
        </Part>
      )}
      {unknowing.length > 0 && (
        <Part title={t('share.unknowing')}>
          <Items after={after} items={unknowing} />
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
