import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { needlesOf } from '#core/protection/needles.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { ProtectionNotices } from '../exchange/protection-notices.tsx';
import { useLeaving } from '../exchange/use-leaving.ts';

function Replaced() {
  const leaving = useLeaving('en');
  return <ProtectionNotices leaving={leaving} />;
}

/** Whether protected names leave with the file, and what it means when they do not. */
export function RedactedChoice(props: { readonly on: boolean; readonly set: (on: boolean) => void }) {
  const { on, set } = props;
  const { t } = useTranslation();
  const nobody = useCase((store) => needlesOf(store.state).length === 0);
  return (
    <>
      <Checkbox
        label={t('share.redacted.label')}
        description={t('share.redacted.about')}
        checked={on}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      {on && nobody && <Notice tone="warn">{t('share.redacted.nobody')}</Notice>}
      {on && !nobody && <Replaced />}
    </>
  );
}
