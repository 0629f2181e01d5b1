import { useTranslation } from 'react-i18next';
import { compareRefs } from '#core/model/refs.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { isQuarantined, useCustody } from '#renderer/state/custody-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';

const MOST_REFS = 4;

/** Says, for as long as it is so, that sealed files of the open case were altered on this laptop. */
export function CustodyAlarm() {
  const { t } = useTranslation();
  const custody = useCustody();
  const evidence = useCase((store) => store.state.evidence);
  if (custody.quarantined.size === 0) return null;
  const items = [...evidence.values()]
    .filter((item) => isQuarantined(custody, item))
    .sort((a, b) => compareRefs(a.ref, b.ref));
  const [first] = items;
  if (!first) return null;
  const shown = items.slice(0, MOST_REFS).map(({ ref }) => ref);
  const refs = `${shown.join(', ')}${items.length > MOST_REFS ? ' …' : ''}`;
  return (
    <Notice tone="danger">
      {t('evidence.quarantine.alarm', { count: items.length, refs })}{' '}
      <Button look="quiet" onClick={() => useView.setState({ desk: 'evidence', evidenceId: first.id })}>
        {first.ref}
      </Button>
    </Notice>
  );
}
