import { useTranslation } from 'react-i18next';
import { USES } from '#core/model/claim.ts';
import { setUse } from '#renderer/commands/set-use.ts';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Section } from '#renderer/ui/components/section.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { TextField } from '../fields/text-field.tsx';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

/** What the editor may do with the claim, with suggested wording. */
export function UseSection({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const { use } = claim;
  return (
    <Section label={t('finding.use')}>
      <div className={styles['row']} role="group" aria-label={t('finding.use')}>
        {USES.map((kind) => (
          <Chip
            key={kind}
            on={use?.kind === kind}
            disabled={readOnly}
            onClick={() =>
              void run(setUse, {
                claimId: claim.id,
                use: use?.kind === kind ? null : { kind, wording: use?.wording ?? null },
              })
            }
          >
            {t(`terms.use.${kind}`)}
          </Chip>
        ))}
      </div>
      {use && (
        <TextField
          label={t('finding.wording')}
          showLabel
          value={use.wording ?? ''}
          readOnly={readOnly}
          store={(wording) =>
            run(setUse, { claimId: claim.id, use: { kind: use.kind, wording } }, `use-${claim.id}`)
          }
        />
      )}
    </Section>
  );
}
