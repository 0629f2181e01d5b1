import { useTranslation } from 'react-i18next';
import { PRIORITIES } from '#core/model/claim.ts';
import { mergeClaims } from '#renderer/commands/merge-claims.ts';
import { setPriority } from '#renderer/commands/set-priority.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claims-pane.module.css';
import { ManyStance, ManyTags } from './many-forms.tsx';
import { ManyOwner, ManyStage } from './many-menus.tsx';

/** What can be done with several claims at once. */
export function ManyBar({ ids, done }: { readonly ids: ReadonlySet<string>; readonly done: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const readOnly = useCase((store) => store.readOnly);
  const [first, ...others] = ids;
  const keep = useCase((store) => store.state.claim.get(first ?? ''));
  if (!keep) return null;
  const claimIds = [...ids];
  return (
    <div className={styles['many']} role="toolbar" aria-label={t('claims.selected', { count: ids.size })}>
      <span>{t('claims.selected', { count: ids.size })}</span>
      {PRIORITIES.map((priority) => (
        <Chip
          key={priority}
          disabled={readOnly}
          onClick={() => void run(setPriority, { claimIds: [...ids], priority })}
        >
          {t(`terms.priority.${priority}`)}
        </Chip>
      ))}
      <ManyStage claimIds={claimIds} disabled={readOnly} />
      <ManyOwner claimIds={claimIds} disabled={readOnly} />
      <ManyTags claimIds={claimIds} disabled={readOnly} />
      <ManyStance claimIds={claimIds} disabled={readOnly} />
      <Button
        disabled={readOnly || others.length === 0}
        onClick={() =>
          void run(mergeClaims, { keepId: keep.id, mergeIds: others }).then((ok) => {
            if (!ok) return;
            useView.setState({ claimId: keep.id });
            done();
          })
        }
      >
        {t('claims.merge', { ref: keep.ref })}
      </Button>
      <Button disabled={readOnly} onClick={() => showScreen({ kind: 'save-project', claimIds: [...ids] })}>
        {t('share.open')}
      </Button>
      <Button onClick={() => showScreen({ kind: 'report', claimIds: [...ids] })}>{t('report.open')}</Button>
      <Button onClick={() => showScreen({ kind: 'export-data', claimIds: [...ids] })}>
        {t('exchange.export')}
      </Button>
      <Button look="quiet" onClick={done}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
