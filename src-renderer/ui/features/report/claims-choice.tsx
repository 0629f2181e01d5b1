import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { compareRefs } from '#core/model/refs.ts';
import type { ReportSetup } from '#core/report/setup.ts';
import { useCase } from '#renderer/state/case-store.ts';
import type { ChangeSetup } from './use-setup.ts';

/** Which claims the report holds: all, those chosen in the list, or the one of the sheet. */
export function ClaimsChoice(props: {
  readonly setup: ReportSetup;
  readonly chosen: readonly string[] | null;
  readonly change: ChangeSetup;
}) {
  const { setup, chosen, change } = props;
  const { t } = useTranslation();
  const claims = useCase((store) => store.state.claim);
  const standing = [...claims.values()]
    .filter(({ mergedInto }) => mergedInto === null)
    .sort((a, b) => compareRefs(a.ref, b.ref));
  if (setup.product === 'claim') {
    return (
      <NativeSelect
        size="xs"
        label={t('report.claim')}
        value={setup.claimIds?.[0] ?? standing[0]?.id ?? ''}
        data={standing.map(({ id, ref, statement }) => ({
          value: id,
          label: `${ref} ${statement}`.slice(0, 120),
        }))}
        onChange={(event) => change({ claimIds: [event.currentTarget.value] })}
      />
    );
  }
  const some = chosen ?? setup.claimIds;
  return (
    <NativeSelect
      size="xs"
      label={t('report.claims')}
      value={setup.claimIds === null ? 'all' : 'chosen'}
      data={[
        { value: 'all', label: t('report.allClaims', { count: standing.length }) },
        ...(some === null ? [] : [{ value: 'chosen', label: t('report.chosen', { count: some.length }) }]),
      ]}
      onChange={(event) => change({ claimIds: event.currentTarget.value === 'all' ? null : some })}
    />
  );
}
