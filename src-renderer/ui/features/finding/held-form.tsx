import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stance } from '#core/model/claim-parts.ts';
import { assessmentsOf } from '#core/queries/indexes.ts';
import { assess } from '#renderer/commands/assess.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useInlineForm } from '#renderer/ui/hooks/use-inline-form.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';

/** Lets an item of the case bear on the claim too. */
export function HeldForm(props: {
  readonly claimId: string;
  readonly stance: Stance;
  readonly close: () => void;
}) {
  const { t } = useTranslation();
  const run = useRun();
  const form = useInlineForm<HTMLDivElement>(props.close);
  const { claimId, stance, close } = props;
  const state = useCase((store) => store.state);
  const data = useMemo(() => {
    const here = new Set(assessmentsOf(state, claimId).map(({ evidenceId }) => evidenceId));
    return [...state.evidence.values()]
      .filter(({ id }) => !here.has(id))
      .map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }));
  }, [state, claimId]);
  async function take(evidenceId: string | null): Promise<void> {
    if (evidenceId && (await run(assess, { evidenceId, claimId, stance }))) close();
  }
  if (data.length === 0) return <p className={styles['small']}>{t('finding.heldNone')}</p>;
  return (
    <div ref={form}>
      <Select
        comboboxProps={{ withinPortal: false }}
        label={t('finding.attachHeld')}
        placeholder={t('finding.heldHint')}
        data={data}
        searchable
        autoFocus
        limit={30}
        onChange={(evidenceId) => void take(evidenceId)}
      />
    </div>
  );
}
