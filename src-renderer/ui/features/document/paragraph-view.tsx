import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '#core/anchoring/paragraphs.ts';
import { unseenSentences } from '#core/anchoring/unseen-sentences.ts';
import { estimatedHeight, type ShownParagraph } from './chunks.ts';
import { Outline } from './outline.tsx';
import styles from './paragraph-view.module.css';
import { type Place, type Places, type Sorted, spansWithin } from './places.ts';
import { sentencesOfParagraph } from './use-sentences.ts';
import { barOf, type NamedVoice, namedIn, type VoicedSpan } from './voices.ts';

const REF_HEIGHT = 16;

function References(props: {
  readonly places: readonly Place[];
  readonly room: number;
  readonly chosen: string | null;
}) {
  const { places, room, chosen } = props;
  const most = Math.max(2, Math.floor(room / REF_HEIGHT));
  const first = places.length > most ? places.slice(0, most - 1) : places;
  const held = places.find(({ claimId }) => claimId === chosen);
  // The chosen claim is never among those that have no room.
  const shown = held && !first.includes(held) ? [...first.slice(0, -1), held] : first;
  const next = places.find((place) => !shown.includes(place));
  return (
    <div className={styles['refs']} aria-hidden>
      {shown.map(({ claimId, ref, start }) => (
        <span key={`${claimId}-${start}`} data-claim={claimId} data-chosen={claimId === chosen || undefined}>
          {ref}
        </span>
      ))}
      {next && <span data-claim={next.claimId}>+{places.length - shown.length}</span>}
    </div>
  );
}

function Voices({ voices }: { readonly voices: readonly NamedVoice[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles['voices']}>
      {voices.map(({ passageIds, voice, speaker }) => (
        <button key={passageIds[0]} type="button" data-passage={passageIds.join(' ')} data-voice={voice}>
          {speaker === ''
            ? t(`terms.voice.${voice}`)
            : t('document.voiceOf', { name: speaker, voice: t(`document.voiceShort.${voice}`) })}
        </button>
      ))}
    </div>
  );
}

/** A grey edge where sentences stand that no claim has looked at yet. */
function edgeOf(text: string, paragraph: ShownParagraph, seen: readonly Span[]): CSSProperties | null {
  const unseen = unseenSentences(sentencesOfParagraph(text, paragraph), seen);
  if (unseen.length === 0) return null;
  const length = paragraph.end - paragraph.start;
  const percent = (offset: number): string => `${(((offset - paragraph.start) / length) * 100).toFixed(1)}%`;
  const stops = unseen.flatMap(({ start, end }) => [
    `transparent ${percent(start)}`,
    `var(--edge) ${percent(start)} ${percent(end)}`,
    `transparent ${percent(end)}`,
  ]);
  return { backgroundImage: `linear-gradient(to bottom, ${stops.join(', ')})` };
}

/** The pages, counted from 1, that start in a paragraph; a page without text starts with the next. */
const startingIn = ({ start, end }: Span, pages: readonly number[] | null): number[] =>
  (pages ?? []).flatMap((at, page) =>
    at >= start && at < end && pages?.[page + 1] !== at ? [page + 1] : [],
  );

/** A paragraph with what stands beside it. Its words are one text node: offsets count on that. */
export function ParagraphView(props: {
  readonly paragraph: ShownParagraph;
  readonly text: string;
  readonly places: Places;
  readonly voices: Sorted<VoicedSpan>;
  readonly pages: readonly number[] | null;
  readonly chosen: string | null;
}) {
  const { t } = useTranslation();
  const { paragraph, text, places, voices, pages, chosen } = props;
  const { start, end, heading, spaced } = paragraph;
  const within = spansWithin(places, paragraph);
  const height = estimatedHeight(paragraph);
  const edge = heading && within.length === 0 ? null : edgeOf(text, paragraph, within);
  const named = namedIn(paragraph, voices);
  return (
    <div
      className={styles['row']}
      data-heading={heading || undefined}
      data-spaced={spaced || undefined}
      style={{ containIntrinsicBlockSize: `auto ${height}px` }}
    >
      <References places={within.filter((place) => place.start >= start)} room={height} chosen={chosen} />
      <div className={styles['bar']} aria-hidden>
        {barOf(paragraph, spansWithin(voices, paragraph)).map(({ start: from, voice, share }) => (
          <i key={from} data-voice={voice ?? 'none'} style={{ flexGrow: share }} />
        ))}
      </div>
      <div className={styles['body']}>
        {startingIn(paragraph, pages).map((page) => (
          <span key={page} className={styles['page']}>
            {t('document.page', { page })}
          </span>
        ))}
        {named.length > 0 && <Voices voices={named} />}
        <div className={styles['words']}>
          <p dir="auto" data-start={start}>
            {text.slice(start, end)}
          </p>
          <Outline places={within.filter(({ claimId }) => claimId === chosen)} paragraph={paragraph} />
        </div>
      </div>
      <div className={styles['edge']} aria-hidden style={edge ?? undefined} />
    </div>
  );
}
