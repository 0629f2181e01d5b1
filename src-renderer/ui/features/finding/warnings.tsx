import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, warningsFor } from '#core/finding/warnings.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';

/** What speaks for care, in words beside the rationale; writing on with it in view overrides it. */
export function Warnings({ claimId, draft }: { readonly claimId: string; readonly draft: Draft }) {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const { status, reason, part } = draft;
  const warnings = useMemo(
    () =>
      warningsFor(state, claimId, {
        status,
        ...(reason ? { reason } : {}),
        ...(part === undefined ? {} : { part }),
      }),
    [state, claimId, status, reason, part],
  );
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn">
      {warnings.map(({ code, refs }) => (
        <div key={code}>{t(`finding.warnings.${code}`, { refs: refs.join(', ') })}</div>
      ))}
    </Notice>
  );
}
