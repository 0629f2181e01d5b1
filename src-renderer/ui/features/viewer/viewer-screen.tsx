import { Checkbox } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locator } from '#core/model/claim-parts.ts';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { locatorFor, type Place, placeOf } from '#core/model/place.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { isQuarantined, useCustody } from '#renderer/state/custody-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { Quarantined } from '../evidence/quarantined.tsx';
import { RefText } from '../fields/ref-text.tsx';
import { MediaViewer } from './media-viewer.tsx';
import { PdfViewer } from './pdf-viewer.tsx';
import { PictureViewer } from './picture-viewer.tsx';
import { PlacesPane } from './places-pane.tsx';
import { Unreadable } from './unreadable.tsx';
import { setShowsAtOnce, showsAtOnce } from './veil.ts';
import { viewerKind } from './viewer-kind.ts';
import type { ViewerProps } from './viewer-props.ts';
import styles from './viewer.module.css';
import { WordsViewer } from './words-viewer.tsx';

const isRegion = (place: Place | null): place is Extract<Place, { kind: 'region' }> =>
  place?.kind === 'region';

function useMarked(evidenceId: string) {
  const assessments = useCase((store) => store.state.assessment);
  return [...assessments.values()]
    .filter((one) => one.evidenceId === evidenceId && one.locator !== null)
    .map(({ locator }) => (locator ? placeOf(locator) : null))
    .filter(isRegion);
}

function Viewer({
  kind,
  ...props
}: ViewerProps & { readonly kind: NonNullable<ReturnType<typeof viewerKind>> }) {
  if (kind === 'picture') return <PictureViewer {...props} />;
  if (kind === 'video' || kind === 'audio') return <MediaViewer {...props} kind={kind} />;
  if (kind === 'pdf') return <PdfViewer {...props} />;
  return <WordsViewer {...props} format={kind} />;
}

/** What stands before a file until it is asked for: it may show what nobody wants to see unprepared. */
function Veil({ show }: { readonly show: () => void }) {
  const { t } = useTranslation();
  const [always, setAlways] = useState(showsAtOnce);
  return (
    <div className={styles['veil']}>
      <p>{t('viewer.veiled')}</p>
      <Button look="primary" autoFocus onClick={show}>
        {t('viewer.show')}
      </Button>
      <Checkbox
        size="xs"
        label={t('viewer.always')}
        checked={always}
        onChange={(event) => {
          setAlways(event.currentTarget.checked);
          setShowsAtOnce(event.currentTarget.checked);
        }}
      />
    </div>
  );
}

function Body(props: {
  readonly evidence: Item<'evidence'>;
  readonly file: BlobRef;
  readonly caseId: string;
  readonly goal: Place | null;
  readonly mark: (place: Place) => void;
}) {
  const { t } = useTranslation();
  const { evidence, file, caseId, goal, mark } = props;
  const kind = viewerKind(file);
  const [shown, setShown] = useState(showsAtOnce);
  const [fault, setFault] = useState<string | null>(null);
  const fail = useCallback((words: string) => setFault(words), []);
  const marked = useMarked(evidence.id);
  const quarantined = useCustody((custody) => isQuarantined(custody, evidence));
  if (quarantined) return <Quarantined />;
  if (file.size === 0) return <Empty title={t('viewer.empty')} />;
  if (kind === null) return <Empty title={t('viewer.unknownKind', { type: file.mediaType })} />;
  if (fault !== null) return <Unreadable words={fault} file={file} />;
  const source = `evidence://${caseId}/${file.sha256}?type=${encodeURIComponent(file.mediaType)}`;
  const viewer = (
    <Viewer
      kind={kind}
      file={file}
      title={evidence.title}
      source={source}
      goal={goal}
      marked={marked}
      mark={mark}
      fail={fail}
    />
  );
  if (shown) return viewer;
  return (
    <div className={styles['veiled']}>
      {(kind === 'picture' || kind === 'video') && (
        <div className={styles['behind']} aria-hidden inert>
          {viewer}
        </div>
      )}
      <Veil show={() => setShown(true)} />
    </div>
  );
}

/** One evidence file in full view, with the places of it that bear on claims. */
export function ViewerScreen(props: { readonly evidenceId: string; readonly at: Locator | null }) {
  const { t } = useTranslation();
  const { evidenceId, at } = props;
  const evidence = useCase((store) => store.state.evidence.get(evidenceId));
  const caseId = useSession((session) => session.caseId);
  const [marked, setMarked] = useState<Locator | null>(null);
  const [goal, setGoal] = useState<Place | null>(() => at && placeOf(at));
  const leave = (): void => showScreen(NO_SCREEN);
  useShortcuts({ Escape: leave });
  const gone = !evidence?.file || caseId === null;
  // An item that was removed elsewhere has nothing to show any more.
  useEffect(() => {
    if (gone) showScreen(NO_SCREEN);
  }, [gone]);
  if (!evidence?.file || caseId === null) return null;
  return (
    <main className={styles['screen']}>
      <header className={styles['head']}>
        <Button onClick={leave}>
          {t('viewer.close')} <Kbd keys={['Esc']} />
        </Button>
        <h1>
          <RefText entity="evidence" id={evidence.id} text={evidence.ref} /> <bdi>{evidence.title}</bdi>
        </h1>
        <bdi className={styles['name']}>{evidence.file.name}</bdi>
      </header>
      <section className={styles['body']} aria-label={t('viewer.file')}>
        <Body
          evidence={evidence}
          file={evidence.file}
          caseId={caseId}
          goal={goal}
          mark={(place) => setMarked(locatorFor(place))}
        />
      </section>
      <PlacesPane
        evidence={evidence}
        marked={marked}
        go={(locator) => setGoal(placeOf(locator))}
        kept={() => {
          setMarked(null);
          say('done', t('viewer.kept'));
        }}
      />
    </main>
  );
}
