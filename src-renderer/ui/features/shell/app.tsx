import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { later } from '#renderer/ui/components/later.tsx';
import { ClosingScreen } from '../cases/closing-screen.tsx';
import { LockScreen } from '../cases/lock-screen.tsx';
import { ProjectDrop } from '../share/project-drop.tsx';
import { Messages } from './messages.tsx';
import { useMenuCommands } from './use-menu-commands.ts';
import { WindowBoundary } from './window-boundary.tsx';
import { useScreens } from '#renderer/state/screens-store.ts';

// Only the lock screen is there from the start.
const NewCaseScreen = later(async () => (await import('../cases/new-case-screen.tsx')).NewCaseScreen);
const ImportScreen = later(async () => (await import('../document/import-screen.tsx')).ImportScreen);
const ExportScreen = later(async () => (await import('../exchange/export-screen.tsx')).ExportScreen);
const ImportClaimsScreen = later(
  async () => (await import('../exchange/import-claims-screen.tsx')).ImportClaimsScreen,
);
const VerifyScreen = later(async () => (await import('../exchange/verify-screen.tsx')).VerifyScreen);
const IdentityScreen = later(async () => (await import('../identity/identity-screen.tsx')).IdentityScreen);
const SideBySideScreen = later(
  async () => (await import('../translation/side-by-side-screen.tsx')).SideBySideScreen,
);
const ReviewScreen = later(async () => (await import('../revision/review-screen.tsx')).ReviewScreen);
const ReportScreen = later(async () => (await import('../report/report-screen.tsx')).ReportScreen);
const OpenScreen = later(async () => (await import('../share/open-screen.tsx')).OpenScreen);
const PurgeScreen = later(async () => (await import('../share/purge-screen.tsx')).PurgeScreen);
const SaveScreen = later(async () => (await import('../share/save-screen.tsx')).SaveScreen);
const SnapshotsScreen = later(async () => (await import('../share/snapshots-screen.tsx')).SnapshotsScreen);
const ViewerScreen = later(async () => (await import('../viewer/viewer-screen.tsx')).ViewerScreen);
const Workspace = later(async () => (await import('./workspace.tsx')).Workspace);

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
    if (phase === 'opening') return <Workspace />;
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
      <ProjectDrop>{body()}</ProjectDrop>
      <Messages />
    </>
  );
}

/** Everything in the window; where it can no longer be drawn, a way out of that. */
export function App() {
  useMenuCommands();
  useEffect(() => {
    // A case is about to be opened: its desk is read while the passphrase is typed and worked on.
    Workspace.ready().catch((error: unknown) => console.error('The desk could not be loaded.', error));
  }, []);
  return (
    <WindowBoundary>
      <Screens />
    </WindowBoundary>
  );
}
