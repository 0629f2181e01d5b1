import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '#core/model/evidence.ts';
import { afterKey, between, MIDDLE, type Point } from '../protection/mask-regions.ts';
import styles from './viewer.module.css';

const percent = (part: number): string => `${part * 100}%`;
const boxOf = ({ x, y, width, height }: Region) => ({
  insetInlineStart: percent(x),
  insetBlockStart: percent(y),
  inlineSize: percent(width),
  blockSize: percent(height),
});

/** Where the pointer is, when the picture was turned by so many quarters. */
function pointIn(event: PointerEvent<HTMLElement>, quarters: number): Point {
  const box = event.currentTarget.getBoundingClientRect();
  let x = (event.clientX - box.left) / box.width;
  let y = (event.clientY - box.top) / box.height;
  for (let turn = 0; turn < quarters; turn += 1) [x, y] = [y, 1 - x];
  return { x, y };
}

/** Regions over a picture or a page; while `drawing`, a new one is drawn by pointer or moved by keys. */
export function RegionLayer(props: {
  readonly regions: readonly Region[];
  readonly drawing: boolean;
  readonly quarters?: number;
  readonly draw: (region: Region) => void;
}) {
  const { t } = useTranslation();
  const { regions, drawing, quarters = 0, draw } = props;
  const from = useRef<Point | null>(null);
  const [fresh, setFresh] = useState<Region | null>(null);
  const end = (): void => {
    from.current = null;
    if (fresh) draw(fresh);
  };
  return (
    <div
      className={styles['layer']}
      data-drawing={drawing}
      onPointerDown={(event) => {
        if (!drawing) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = pointIn(event, quarters);
      }}
      onPointerMove={(event) => from.current && setFresh(between(from.current, pointIn(event, quarters)))}
      onPointerUp={end}
      onPointerCancel={() => {
        from.current = null;
      }}
    >
      {regions.map((region, at) => (
        // Regions have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at} className={styles['region']} style={boxOf(region)} />
      ))}
      {drawing && (
        <button
          type="button"
          className={`${styles['region']} ${styles['fresh']}`}
          style={boxOf(fresh ?? MIDDLE)}
          aria-label={t('viewer.regionKeys')}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => draw(fresh ?? MIDDLE)}
          onKeyDown={(event) => {
            const moved = afterKey(fresh ?? MIDDLE, event.code, event.shiftKey);
            if (!moved) return;
            event.preventDefault();
            event.stopPropagation();
            setFresh(moved);
          }}
        />
      )}
    </div>
  );
}
