import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { releasesOf } from '#core/release/releases-holding.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { DeskSplit } from '#renderer/ui/components/desk-split.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { VirtualList } from '#renderer/ui/components/virtual-list.tsx';
import { ReleaseDetails } from './release-details.tsx';
import { ReleaseRow } from './release-row.tsx';

/** Everything that left the case: what, to whom, and what changed since. */
export function ReleaseDesk() {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const releaseId = useView((view) => view.releaseId);
  const releases = useMemo(() => releasesOf(state), [state]);
  const chosen = releases.find(({ id }) => id === releaseId) ?? releases[0];
  return (
    <DeskSplit
      listLabel={t('release.list')}
      detailsLabel={t('release.details')}
      resizeLabel={t('shell.resize')}
      list={
        releases.length === 0 ? (
          <Empty title={t('release.none')}>
            <p>{t('release.noneHint')}</p>
          </Empty>
        ) : (
          <VirtualList
            label={t('release.list')}
            items={releases}
            keyOf={({ id }) => id}
            rowHeight={44}
            chosen={chosen?.id ?? null}
            onChoose={(id) => useView.setState({ releaseId: id })}
          >
            {(release) => <ReleaseRow release={release} />}
          </VirtualList>
        )
      }
      details={chosen ? <ReleaseDetails key={chosen.id} release={chosen} /> : null}
    />
  );
}
