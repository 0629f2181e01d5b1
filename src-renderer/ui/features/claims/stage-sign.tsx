import {
  IconCircleCheck,
  IconClockPause,
  IconEyeQuestion,
  IconProgress,
  IconSignature,
  IconUserCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#core/model/claim.ts';

const ICONS = {
  'to do': null,
  checking: IconProgress,
  waiting: IconClockPause,
  ready: IconCircleCheck,
  'second read': IconEyeQuestion,
  'signed off': IconSignature,
} as const;

/** How far the work on a claim is and whose it is, where there is anything to say. */
export function StageSign({ stage, owner }: { readonly stage: Stage; readonly owner: string | null }) {
  const { t } = useTranslation();
  const Icon = ICONS[stage] ?? (owner === null ? null : IconUserCircle);
  if (!Icon) return null;
  const words = [
    t('claims.inStage', { stage: t(`terms.stage.${stage}`) }),
    owner === null ? '' : t('claims.ownedBy', { alias: owner }),
  ];
  const label = words.filter(Boolean).join(', ');
  return (
    <span role="img" aria-label={label} title={label}>
      <Icon size={13} aria-hidden />
    </span>
  );
}
