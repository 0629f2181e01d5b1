import { useMediaQuery } from '@mantine/hooks';
import { Panel, Group as PanelGroup, Separator } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session-store.ts';
import { useView, type View } from '#renderer/state/view-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { later } from '#renderer/ui/components/later.tsx';
import { ClaimsPane } from '../claims/claims-pane.tsx';
import { SampleStrip } from '../cases/sample-strip.tsx';
import { ArticlePane } from '../document/article-pane.tsx';
import { DropArea } from '../document/drop-area.tsx';
import { usePasteArticle } from '../document/use-paste-article.ts';
import { ClaimInspector } from '../finding/claim-inspector.tsx';
import { Palette } from '../palette/palette.tsx';
import { ProposalInspector } from '../proposals/proposal-inspector.tsx';
import { ProposalsPane } from '../proposals/proposals-pane.tsx';
import { Alarm } from './alarm.tsx';
import { CustodyAlarm } from './custody-alarm.tsx';
import { Foot } from './foot.tsx';
import { Header } from './header.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { Rail } from './rail.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import styles from './workspace.module.css';

/** Under this width the article and the claims share a column. */
const WIDE = '(min-width: 1280px)';

/** Whether the case is still being read behind its list. */
const useOpening = (): boolean => useSession(({ phase }) => phase === 'opening');

/** In a narrow window: which of the two the shared column shows. */
function ColumnSwitch({ shared }: { readonly shared: View['sharedColumn'] }) {
  const { t } = useTranslation();
  return (
    <div className={styles['switch']} role="group" aria-label={t('shell.column')}>
      {(['article', 'claims'] as const).map((column) => (
        <button
          key={column}
          type="button"
          aria-pressed={shared === column}
          onClick={() => useView.setState({ sharedColumn: column })}
        >
          {t(column === 'article' ? 'shell.articlePane' : 'shell.claimsPane')}
        </button>
      ))}
      <Kbd keys={['F6']} />
    </div>
  );
}

function ClaimsDesk() {
  const { t } = useTranslation();
  const wide = useMediaQuery(WIDE, true);
  const shared = useView((view) => view.sharedColumn);
  const proposing = useView((view) => view.proposing !== null);
  const opening = useOpening();
  const article = (
    <section className={`${styles['pane']} ${styles['card']}`} aria-label={t('shell.articlePane')}>
      {!wide && <ColumnSwitch shared={shared} />}
      {opening ? <Empty title={t('shell.reading')} /> : <ArticlePane />}
    </section>
  );
  const claims = (
    <section className={styles['pane']} aria-label={t(proposing ? 'proposals.title' : 'shell.claimsPane')}>
      {!wide && <ColumnSwitch shared={shared} />}
      {proposing ? <ProposalsPane /> : <ClaimsPane />}
    </section>
  );
  const line = <Separator className={styles['line'] ?? ''} aria-label={t('shell.resize')} />;
  return (
    <PanelGroup orientation="horizontal" className={styles['columns'] ?? ''} key={wide ? 'three' : 'two'}>
      {wide ? (
        <>
          <Panel defaultSize="36%" minSize="22%">
            {article}
          </Panel>
          {line}
          <Panel defaultSize="30%" minSize="20%">
            {claims}
          </Panel>
        </>
      ) : (
        <Panel defaultSize="55%" minSize="30%">
          {shared === 'article' ? article : claims}
        </Panel>
      )}
      {line}
      <Panel defaultSize={wide ? '34%' : '45%'} minSize="24%">
        <section
          className={`${styles['pane']} ${styles['card']}`}
          aria-label={t(proposing ? 'proposals.proposal' : 'shell.claimPane')}
        >
          {opening ? null : proposing ? <ProposalInspector /> : <ClaimInspector />}
        </section>
      </Panel>
    </PanelGroup>
  );
}

// The other desks are read when they are first looked at.
const DueDesk = later(async () => (await import('../due/due-desk.tsx')).DueDesk);
const EvidenceDesk = later(async () => (await import('../evidence/evidence-desk.tsx')).EvidenceDesk);
const HistoryDesk = later(async () => (await import('../history/history-desk.tsx')).HistoryDesk);
const PeopleDesk = later(async () => (await import('../people/people-desk.tsx')).PeopleDesk);
const MatrixDesk = later(async () => (await import('../matrix/matrix-desk.tsx')).MatrixDesk);
const TimelineDesk = later(async () => (await import('../timeline/timeline-desk.tsx')).TimelineDesk);
const ReleaseDesk = later(async () => (await import('../release/release-desk.tsx')).ReleaseDesk);

const DESKS = {
  claims: ClaimsDesk,
  due: DueDesk,
  evidence: EvidenceDesk,
  matrix: MatrixDesk,
  people: PeopleDesk,
  timeline: TimelineDesk,
  releases: ReleaseDesk,
  history: HistoryDesk,
} as const;

/** Keys and pasting, once there is a case to work on. */
function WholeCase() {
  useDeskKeys();
  usePasteArticle();
  return null;
}

/** The open case: header, rail, desk and foot. While it is being read, its list of claims can be used. */
export function Workspace() {
  const desk = useView((view) => view.desk);
  const opening = useOpening();
  const Desk = DESKS[desk];
  return (
    <DropArea>
      <div className={styles['workspace']}>
        {!opening && <WholeCase />}
        <Header opening={opening} />
        <div className={styles['strips']}>
          <Alarm />
          <CustodyAlarm />
          <SampleStrip />
        </div>
        <Rail inert={opening} />
        <main className={styles['desk']}>
          <Desk />
        </main>
        <Foot />
      </div>
      {!opening && <Palette />}
      <KeysPanel />
    </DropArea>
  );
}
