import { IconFileText, IconListCheck, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlacedEntry } from '#core/queries/timeline.ts';
import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { useDateWords } from '#renderer/ui/hooks/use-date-words.ts';
import { openItem } from './open-item.ts';
import styles from './timeline.module.css';
import { placeIn, type TimeWindow } from './time-window.ts';

const ICONS = { claim: IconListCheck, evidence: IconPaperclip, document: IconFileText } as const;

const percent = (place: { start: number; length: number }) => ({
  insetInlineStart: `${place.start}%`,
  inlineSize: `max(7px, ${place.length}%)`,
});

function Bar({ entry, view }: { readonly entry: PlacedEntry; readonly view: TimeWindow }) {
  const { from, to, sure, approximate, uncertain } = entry.span;
  const whole = placeIn(view, from, to);
  const core = sure && placeIn(view, sure.from, sure.to);
  if (!whole) {
    const before = to !== null && to < view.from;
    return (
      <span className={before ? styles['before'] : styles['after']} aria-hidden>
        {before ? '‹' : '›'}
      </span>
    );
  }
  const look = [
    styles['span'],
    approximate ? styles['about'] : '',
    uncertain ? styles['perhaps'] : '',
    !sure && !approximate && !uncertain ? styles['within'] : '',
  ].join(' ');
  return (
    <>
      <i className={look} style={percent(whole)} aria-hidden />
      {core && <i className={`${styles['span']} ${styles['sure']}`} style={percent(core)} aria-hidden />}
    </>
  );
}

/** One date: of what, what it says in words, and where it lies in time. */
export function TimelineRow({ entry, view }: { readonly entry: PlacedEntry; readonly view: TimeWindow }) {
  const { t } = useTranslation();
  const words = useDateWords();
  const { entity, id, ref, title, as, note } = entry;
  const Icon = ICONS[entity];
  return (
    <div className={styles['row']} data-timeline={`${ref} ${entry.edtf}`}>
      <span className={styles['of']}>
        <Icon size={14} role="img" aria-label={t(`timeline.kind.${entity}`)} />
        <b>
          <RefText entity={entity} id={id} text={ref} />
        </b>
        <bdi className={styles['title']} title={title}>
          {title}
        </bdi>
        <span className={styles['when']}>
          {t(`timeline.as.${as}`, { date: words(entry) })}
          {note && <bdi>{` – ${note}`}</bdi>}
        </span>
      </span>
      <div
        className={styles['track']}
        title={`${t(`timeline.as.${as}`, { date: words(entry) })} (${entry.edtf})`}
        onDoubleClick={() => openItem(entry)}
      >
        <Bar entry={entry} view={view} />
      </div>
    </div>
  );
}
