import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { ClosingScreen } from '../cases/closing-screen.tsx';
import { LockScreen } from '../cases/lock-screen.tsx';
import { NewCaseScreen } from '../cases/new-case-screen.tsx';
import { ImportScreen } from '../document/import-screen.tsx';
import { ExportScreen } from '../exchange/export-screen.tsx';
import { ImportClaimsScreen } from '../exchange/import-claims-screen.tsx';
import { VerifyScreen } from '../exchange/verify-screen.tsx';
import { IdentityScreen } from '../identity/identity-screen.tsx';
import { SideBySideScreen } from '../translation/side-by-side-screen.tsx';
import { ReviewScreen } from '../revision/review-screen.tsx';
import { ReportScreen } from '../report/report-screen.tsx';
import { OpenScreen } from '../share/open-screen.tsx';
import { PurgeScreen } from '../share/purge-screen.tsx';
import { SaveScreen } from '../share/save-screen.tsx';
import { SnapshotsScreen } from '../share/snapshots-screen.tsx';
import { ViewerScreen } from '../viewer/viewer-screen.tsx';
import { Messages } from './messages.tsx';
import { useMenuCommands } from './use-menu-commands.ts';
import { WindowBoundary } from './window-boundary.tsx';
import { Workspace } from './workspace.tsx';
import { useScreens } from '#renderer/state/screens-store.ts';

/** What the window shows, by what phase the session is in. */
function Screens() {
  const { t } = useTranslation();
  const phase = useSession((session) => session.phase);
  const refusal = useSession((session) => session.refusal);
  const screen = useScreens((screens) => screens.screen);
  const body = () => {
    if (phase === 'starting') return <Empty title={t('shell.starting')} />;
    if (phase === 'refused') {
      return (
        <Empty title={t('shell.refused')}>
          <p>{t(`errors.${refusal ?? 'failed'}`)}</p>
        </Empty>
      );
    }
    if (phase === 'locking' || phase === 'leaving') return <ClosingScreen phase={phase} />;
    if (screen.kind === 'new-case')
      return <NewCaseScreen fromSample={screen.fromSample} next={screen.next} />;
    if (screen.kind === 'open-project') return <OpenScreen key={screen.path} path={screen.path} />;
    if (phase === 'locked') return <LockScreen />;
    if (screen.kind === 'save-project')
      return <SaveScreen claimIds={screen.claimIds} thenRemove={screen.thenRemove ?? false} />;
    if (screen.kind === 'snapshots') return <SnapshotsScreen />;
    if (screen.kind === 'export-data') return <ExportScreen claimIds={screen.claimIds} />;
    if (screen.kind === 'report') return <ReportScreen claimIds={screen.claimIds} />;
    if (screen.kind === 'view-file')
      return <ViewerScreen key={screen.evidenceId} evidenceId={screen.evidenceId} at={screen.at} />;
    if (screen.kind === 'import-claims') return <ImportClaimsScreen />;
    if (screen.kind === 'verify-file') return <VerifyScreen />;
    if (screen.kind === 'purge') return <PurgeScreen key={JSON.stringify(screen.asked)} screen={screen} />;
    if (screen.kind === 'import')
      return (
        <ImportScreen
          articles={screen.article ? [screen.article, ...(screen.rest ?? [])] : []}
          revisionOf={screen.revisionOf ?? null}
        />
      );
    if (screen.kind === 'side-by-side')
      return <SideBySideScreen key={screen.documentId} documentId={screen.documentId} />;
    if (screen.kind === 'review-anchors')
      return <ReviewScreen key={screen.documentId} documentId={screen.documentId} />;
    if (screen.kind === 'identity') return <IdentityScreen />;
    return <Workspace />;
  };
  return (
    <>
      {body()}
      <Messages />
    </>
  );
}

/** Everything in the window; where it can no longer be drawn, a way out of that. */
export function App() {
  useMenuCommands();
  return (
    <WindowBoundary>
      <Screens />
    </WindowBoundary>
  );
}
