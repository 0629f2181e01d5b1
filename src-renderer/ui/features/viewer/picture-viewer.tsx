import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/components/button.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { RegionLayer } from './region-layer.tsx';
import type { ViewerProps } from './viewer-props.ts';
import styles from './viewer.module.css';

const STEP = 1.25;
const LEAST = 0.1;
const MOST = 16;

type Fit = 'asking' | 'fits' | 'too large';

/** Asks the picture's head for its size before anything unpacks it. */
function useFit({ file, fail }: Pick<ViewerProps, 'file' | 'fail'>): Fit {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const [fit, setFit] = useState<Fit>('asking');
  useEffect(() => {
    let wanted = true;
    void workbench.pictureSize(file).then((size) => {
      if (!wanted) return;
      if (!size.ok) return fail(t(`errors.${size.code}`, size.detail ?? {}));
      if (size.value?.drawable !== false) return setFit('fits');
      setFit('too large');
      const { width, height } = size.value;
      return fail(t('viewer.tooManyPixels', { width, height }));
    });
    return () => {
      wanted = false;
    };
  }, [workbench, file, fail, t]);
  return fit;
}

/** Moves the picture by dragging, in place of scroll bars alone. */
function useDrag(drawing: boolean) {
  const frame = useRef<HTMLDivElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    frame,
    handlers: {
      onPointerDown: (event: React.PointerEvent) => {
        if (!drawing && event.button === 0) from.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: React.PointerEvent) => {
        if (!from.current || event.buttons === 0) return;
        frame.current?.scrollBy(from.current.x - event.clientX, from.current.y - event.clientY);
        from.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp: () => {
        from.current = null;
      },
    },
  };
}

/** A picture to zoom, turn and move; parts of it can be marked. */
export function PictureViewer(props: ViewerProps) {
  const { t } = useTranslation();
  const { title, source, marked, mark, fail, goal } = props;
  const fit = useFit(props);
  const [zoom, setZoom] = useState(1);
  /** Width by height: a wide picture is whole when its width fits. */
  const [ratio, setRatio] = useState(1);
  const [quarters, setQuarters] = useState(0);
  const [drawing, setDrawing] = useState(false);
  const { frame, handlers } = useDrag(drawing);
  const times = (factor: number) => setZoom((now) => Math.min(MOST, Math.max(LEAST, now * factor)));
  const turn = () => setQuarters((now) => (now + 1) % 4);
  const whole = () => {
    setZoom(1);
    setQuarters(0);
  };
  useShortcuts({
    Equal: () => times(STEP),
    'Shift+Equal': () => times(STEP),
    NumpadAdd: () => times(STEP),
    Minus: () => times(1 / STEP),
    NumpadSubtract: () => times(1 / STEP),
    Digit0: whole,
    KeyR: turn,
    KeyM: () => setDrawing(!drawing),
  });
  const place = goal?.kind === 'region' ? goal : null;
  if (fit !== 'fits') return null;
  return (
    <>
      <div className={styles['tools']} role="toolbar" aria-label={t('viewer.tools')}>
        <Button look="quiet" onClick={() => times(STEP)}>
          {t('viewer.larger')} <Kbd keys={['+']} />
        </Button>
        <Button look="quiet" onClick={() => times(1 / STEP)}>
          {t('viewer.smaller')} <Kbd keys={['−']} />
        </Button>
        <Button look="quiet" onClick={whole}>
          {t('viewer.whole')} <Kbd keys={['0']} />
        </Button>
        <Button look="quiet" onClick={turn}>
          {t('viewer.turn')} <Kbd keys={['R']} />
        </Button>
        <Button look="quiet" aria-pressed={drawing} onClick={() => setDrawing(!drawing)}>
          {t('viewer.markRegion')} <Kbd keys={['M']} />
        </Button>
        <span className={styles['hint']} role="status">
          {drawing ? t('viewer.regionHint') : t('viewer.zoomed', { percent: Math.round(zoom * 100) })}
        </span>
      </div>
      <div
        ref={frame}
        className={styles['frame']}
        // Scrolling by keys needs the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={title}
        onWheel={(event) => event.ctrlKey && times(event.deltaY < 0 ? STEP : 1 / STEP)}
        {...handlers}
      >
        <div className={styles['turned']} style={{ rotate: `${quarters * 90}deg` }}>
          <img
            src={source}
            alt={title}
            draggable={false}
            style={{ blockSize: `calc(min(100vh - 130px, (100vw - 340px) / ${ratio}) * ${zoom})` }}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setRatio(naturalWidth / Math.max(1, naturalHeight))
            }
            onError={() => fail(t('viewer.damagedPicture'))}
          />
          <RegionLayer
            regions={[...marked, ...(place ? [place] : [])].map(({ region }) => region)}
            drawing={drawing}
            quarters={quarters}
            draw={(region) => {
              setDrawing(false);
              mark({ kind: 'region', page: null, region });
            }}
          />
        </div>
      </div>
    </>
  );
}
