import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '#core/model/evidence.ts';
import type { Item } from '#core/model/item.ts';
import { maskEvidence } from '#renderer/commands/mask-evidence.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import record from '#renderer/ui/components/record.module.css';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { afterKey, between, MIDDLE, type Point } from './mask-regions.ts';
import styles from './masks.module.css';

const percent = (part: number): string => `${part * 100}%`;
const place = ({ x, y, width, height }: Region) => ({
  insetInlineStart: percent(x),
  insetBlockStart: percent(y),
  inlineSize: percent(width),
  blockSize: percent(height),
});

/** Where the pointer is in the picture. */
function pointIn(event: PointerEvent<HTMLElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}

function useMasks(evidenceId: string) {
  const run = useRun();
  const latest = () => useCase.getState().state.evidence.get(evidenceId)?.masks ?? [];
  const store = (masks: readonly Region[]) =>
    run(maskEvidence, { evidenceId, masks }, `masks-${evidenceId}-${masks.length}`);
  return {
    add: (mask: Region) => store([...latest(), mask]),
    change: (at: number, mask: Region) => store(latest().map((held, index) => (index === at ? mask : held))),
    remove: (at: number) => store(latest().filter((_, index) => index !== at)),
    clear: () => store([]),
  };
}

/** One mask: a key moves it, with Shift its far corner, Delete removes it. */
function Mask(props: {
  readonly mask: Region;
  readonly number: number;
  readonly change: (mask: Region) => void;
  readonly remove: () => void;
}) {
  const { t } = useTranslation();
  const { mask, number, change, remove } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = afterKey(mask, event.code, event.shiftKey);
    if (!moved && event.code !== 'Delete' && event.code !== 'Backspace') return;
    // The page must not scroll, nor the desk take the key for one of its own.
    event.preventDefault();
    event.stopPropagation();
    if (moved) change(moved);
    else remove();
  };
  const words = Object.fromEntries(
    Object.entries(mask).map(([side, part]) => [side, Math.round(part * 100)]),
  );
  return (
    <button
      type="button"
      className={styles['mask']}
      style={place(mask)}
      aria-label={t('protection.mask', { number, ...words })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}

/** Draws the masks of a picture, by pointer or by keys. The picture itself is never changed. */
export function MaskEditor(props: { readonly evidence: Item<'evidence'>; readonly source: string }) {
  const { t } = useTranslation();
  const { evidence, source } = props;
  const masks = useMasks(evidence.id);
  const from = useRef<Point | null>(null);
  const [drawn, setDrawn] = useState<Region | null>(null);
  const end = (): void => {
    from.current = null;
    setDrawn(null);
    if (drawn) void masks.add(drawn);
  };
  return (
    <div className={styles['editor']} role="group" aria-label={t('protection.masks')}>
      <p className={record['quiet']}>{t('protection.masksHint')}</p>
      <div
        className={styles['picture']}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture?.(event.pointerId);
          from.current = pointIn(event);
        }}
        onPointerMove={(event) => from.current && setDrawn(between(from.current, pointIn(event)))}
        onPointerUp={end}
        onPointerCancel={() => {
          from.current = null;
          setDrawn(null);
        }}
      >
        <img src={source} alt={t('protection.maskPicture')} draggable={false} />
        {evidence.masks.map((mask, at) => (
          <Mask
            // Masks have no identity but their place, and keep the focus while they are moved.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            mask={mask}
            number={at + 1}
            change={(moved) => void masks.change(at, moved)}
            remove={() => void masks.remove(at)}
          />
        ))}
        {drawn && <span className={`${styles['mask']} ${styles['drawn']}`} style={place(drawn)} />}
      </div>
      <div className={record['row']}>
        <Button onClick={() => void masks.add(MIDDLE)}>{t('protection.maskAdd')}</Button>
        {evidence.masks.length > 0 && (
          <Button look="quiet" onClick={() => void masks.clear()}>
            {t('protection.maskClear')}
          </Button>
        )}
        <span className={record['quiet']} role="status">
          {t('protection.masked', { count: evidence.masks.length })}
        </span>
      </div>
    </div>
  );
}
