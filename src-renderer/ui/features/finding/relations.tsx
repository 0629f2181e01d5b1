import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RELATIONS, type RelationKind } from '#core/model/claim-parts.ts';
import { dependsOnChanged } from '#core/queries/depends-on-changed.ts';
import { relationsOf } from '#core/queries/indexes.ts';
import { addRelation } from '#renderer/commands/add-relation.ts';
import { markLookedAt } from '#renderer/commands/mark-looked-at.ts';
import { removeRelation } from '#renderer/commands/remove-relation.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { ClaimField } from './claim-field.tsx';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';
import { LookElsewhere } from './look-elsewhere.tsx';
import { SameClaims } from './same-claims.tsx';
import { SameElsewhere } from './same-elsewhere.tsx';
import { useAsk } from './use-ask.ts';

function RelationForm({ claimId, close }: { readonly claimId: string; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const form = useInlineForm<HTMLDivElement>(close);
  const [kind, setKind] = useState<RelationKind>('depends on');
  const [to, setTo] = useState<string | null>(null);
  const add = async (): Promise<void> => {
    if (to && (await run(addRelation, { from: claimId, to, kind }))) close();
  };
  return (
    <div ref={form} className={styles['form']} role="group" aria-label={t('finding.addRelation')}>
      <div className={styles['grid']}>
        <Select
          label={t('finding.addRelation')}
          value={kind}
          allowDeselect={false}
          data={RELATIONS.map((value) => ({ value, label: t(`terms.relation.${value}`) }))}
          onChange={(value) => value && setKind(value)}
        />
        <ClaimField
          label={t('finding.relationTo')}
          except={[claimId]}
          value={to}
          onChange={setTo}
          autoFocus
        />
      </div>
      <div className={styles['actions']}>
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={!to} onClick={() => void add()}>
          {t('common.add')}
        </Button>
      </div>
    </div>
  );
}

/** How the claim stands to others, and what changed among those it depends on. */
export function Relations({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const state = useCase((store) => store.state);
  const [open, setOpen] = useState(false);
  useAsk('relate', () => setOpen(!readOnly));
  const relations = relationsOf(state, claim.id);
  const changed = dependsOnChanged(state).get(claim.id) ?? [];
  const refOf = (id: string): string => state.claim.get(id)?.ref ?? '';
  const aside = !readOnly && (
    <Button look="quiet" onClick={() => setOpen(true)}>
      {t('finding.addRelation')} <kbd>R</kbd>
    </Button>
  );
  return (
    <Section label={t('finding.relations')} aside={aside}>
      {changed.length > 0 && (
        <Notice tone="warn">
          {t('finding.changedNotice', { refs: changed.map(refOf).join(', ') })}{' '}
          <Button
            look="quiet"
            disabled={readOnly}
            onClick={() => void run(markLookedAt, { claimId: claim.id })}
          >
            {t('finding.lookedAt')}
          </Button>
        </Notice>
      )}
      <ul className={styles['list']}>
        {relations.map((relation) => {
          const outward = relation.from === claim.id;
          const other = state.claim.get(outward ? relation.to : relation.from);
          if (!other) return null;
          return (
            <li key={relation.id}>
              <span className={styles['quiet']}>
                {t(`terms.${outward ? 'relation' : 'relationBack'}.${relation.kind}`)}
              </span>
              <button
                type="button"
                className={styles['link']}
                onClick={() => useView.setState(({ reveal }) => ({ claimId: other.id, reveal: reveal + 1 }))}
              >
                <RefText entity="claim" id={other.id} text={other.ref} /> <bdi>{other.statement}</bdi>
              </button>
              {!readOnly && (
                <ActionIcon
                  aria-label={`${t('common.remove')}: ${other.ref}`}
                  onClick={() => void run(removeRelation, { relationId: relation.id })}
                >
                  <IconX size={13} />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && <SameClaims key={claim.id} claimId={claim.id} />}
      {!readOnly && <SameElsewhere key={`${claim.id} elsewhere`} claim={claim} />}
      {!readOnly && <LookElsewhere />}
      {open && <RelationForm claimId={claim.id} close={() => setOpen(false)} />}
    </Section>
  );
}
