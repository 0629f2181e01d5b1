import { type ReactEventHandler, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeCode } from '#core/model/place.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import type { ViewerProps } from './viewer-props.ts';
import styles from './viewer.module.css';

/** A step where nothing says how long a frame is: 25 frames a second, as most phones record or less. */
const FRAME = 1 / 25;
const JUMP = 5;

/** Why the element gave up, in words (HTML, 4.8.11.1 "MediaError"). */
const FAULTS: Readonly<Record<number, string>> = { 2: 'mediaUnreadable', 3: 'mediaDamaged', 4: 'mediaCodec' };

function useMedia({ goal }: Pick<ViewerProps, 'goal'>) {
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const seek = (seconds: number): void => {
    const element = media.current;
    if (!element) return;
    const last = Number.isFinite(element.duration) ? element.duration : seconds;
    element.currentTime = Math.min(last, Math.max(0, seconds));
  };
  const by = (seconds: number): void => {
    media.current?.pause();
    seek((media.current?.currentTime ?? 0) + seconds);
  };
  useEffect(() => {
    if (goal?.kind === 'time' && media.current) media.current.currentTime = goal.seconds;
  }, [goal]);
  return { media, at, setAt, seek, by };
}

/** Video or sound: stepped frame by frame, its moments marked; without sound until somebody turns it on. */
export function MediaViewer(props: ViewerProps & { readonly kind: 'video' | 'audio' }) {
  const { t } = useTranslation();
  const { kind, title, source, goal, mark, fail } = props;
  const { media, at, setAt, by } = useMedia(props);
  const play = (): void => {
    const element = media.current;
    if (!element) return;
    if (element.paused) void element.play().catch(() => undefined);
    else element.pause();
  };
  const markNow = (): void => mark({ kind: 'time', seconds: media.current?.currentTime ?? 0 });
  useShortcuts({
    Space: play,
    KeyM: markNow,
    Comma: () => by(-FRAME),
    Period: () => by(FRAME),
    KeyJ: () => by(-JUMP),
    KeyL: () => by(JUMP),
  });
  const common = {
    ref: media,
    src: source,
    controls: true,
    preload: 'metadata',
    'aria-label': title,
    onTimeUpdate: (event: Parameters<ReactEventHandler<HTMLMediaElement>>[0]) =>
      setAt(event.currentTarget.currentTime),
    onLoadedMetadata: (event: Parameters<ReactEventHandler<HTMLMediaElement>>[0]) => {
      // A first picture in place of black: the poster.
      event.currentTarget.currentTime = goal?.kind === 'time' ? goal.seconds : 0.04;
    },
    onError: (event: Parameters<ReactEventHandler<HTMLMediaElement>>[0]) =>
      fail(t(`viewer.${FAULTS[event.currentTarget.error?.code ?? 0] ?? 'mediaUnreadable'}`)),
  };
  return (
    <>
      <div className={styles['tools']} role="toolbar" aria-label={t('viewer.tools')}>
        {kind === 'video' && (
          <>
            <Button look="quiet" onClick={() => by(-FRAME)}>
              {t('viewer.frameBack')} <Kbd keys={[',']} />
            </Button>
            <Button look="quiet" onClick={() => by(FRAME)}>
              {t('viewer.frameOn')} <Kbd keys={['.']} />
            </Button>
          </>
        )}
        <Button look="quiet" onClick={() => by(-JUMP)}>
          {t('viewer.back')} <Kbd keys={['J']} />
        </Button>
        <Button look="quiet" onClick={() => by(JUMP)}>
          {t('viewer.on')} <Kbd keys={['L']} />
        </Button>
        <Button look="quiet" onClick={markNow}>
          {t('viewer.markMoment')} <Kbd keys={['M']} />
        </Button>
        <output className={styles['hint']} aria-label={t('viewer.now')}>
          {timeCode(at)}
        </output>
      </div>
      <div className={styles['frame']}>
        {kind === 'video' ? (
          <video className={styles['video']} {...common} muted />
        ) : (
          <audio {...common} muted />
        )}
      </div>
    </>
  );
}
