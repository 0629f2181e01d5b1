import { useMediaQuery } from '@mantine/hooks';
import { Panel, Group as PanelGroup, Separator } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import { useView, type View } from '#renderer/state/view-store.ts';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { ClaimsPane } from '../claims/claims-pane.tsx';
import { SampleStrip } from '../cases/sample-strip.tsx';
import { ArticlePane } from '../document/article-pane.tsx';
import { DropArea } from '../document/drop-area.tsx';
import { usePasteArticle } from '../document/use-paste-article.ts';
import { DueDesk } from '../due/due-desk.tsx';
import { EvidenceDesk } from '../evidence/evidence-desk.tsx';
import { ClaimInspector } from '../finding/claim-inspector.tsx';
import { HistoryDesk } from '../history/history-desk.tsx';
import { Palette } from '../palette/palette.tsx';
import { PeopleDesk } from '../people/people-desk.tsx';
import { MatrixDesk } from '../matrix/matrix-desk.tsx';
import { TimelineDesk } from '../timeline/timeline-desk.tsx';
import { ProposalInspector } from '../proposals/proposal-inspector.tsx';
import { ProposalsPane } from '../proposals/proposals-pane.tsx';
import { ReleaseDesk } from '../release/release-desk.tsx';
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
  const article = (
    <section className={`${styles['pane']} ${styles['card']}`} aria-label={t('shell.articlePane')}>
      {!wide && <ColumnSwitch shared={shared} />}
      <ArticlePane />
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
          {proposing ? <ProposalInspector /> : <ClaimInspector />}
        </section>
      </Panel>
    </PanelGroup>
  );
}

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

/** The open case: header, rail, desk and foot. */
export function Workspace() {
  const desk = useView((view) => view.desk);
  useDeskKeys();
  usePasteArticle();
  const Desk = DESKS[desk];
  return (
    <DropArea>
      <div className={styles['workspace']}>
        <Header />
        <div className={styles['strips']}>
          <Alarm />
          <CustodyAlarm />
          <SampleStrip />
        </div>
        <Rail />
        <main className={styles['desk']}>
          <Desk />
        </main>
        <Foot />
      </div>
      <Palette />
      <KeysPanel />
    </DropArea>
  );
}
