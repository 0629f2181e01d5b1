import { memo } from 'react';
import type { Span } from '#core/anchoring/paragraphs.ts';
import styles from './article-text.module.css';

/** What stands beside a paragraph; plain text, so that unchanged paragraphs are not drawn again. */
export type Beside = {
  /** References of the claims that start here, one a line. */
  readonly refs: string;
  /** Voices that start here. */
  readonly voice: string;
  readonly bar: 'none' | 'narration' | 'direct' | 'indirect' | 'document' | 'unclear';
  /** Something in it has not been looked at yet. */
  readonly unseen: boolean;
};

export const NOTHING_BESIDE: Beside = { refs: '', voice: '', bar: 'none', unseen: false };

const Paragraph = memo(function Paragraph(props: Beside & { readonly index: number; readonly words: string }) {
  const { index, words, refs, voice, bar, unseen } = props;
  return (
    <div className={`${styles['row']} ${styles[bar]} ${unseen ? styles['unseen'] : ''}`}>
      <span className={styles['refs']} aria-hidden>
        {refs}
      </span>
      {voice !== '' && <span className={styles['voice']}>{voice}</span>}
      <p dir="auto" data-paragraph={index}>
        {words}
      </p>
    </div>
  );
});

/** The words of an article: each paragraph one text node, drawn by the browser only when in view. */
export const ArticleText = memo(function ArticleText(props: {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly beside: readonly Beside[];
}) {
  return props.paragraphs.map(({ start, end }, index) => (
    <Paragraph key={start} index={index} words={props.text.slice(start, end)} {...(props.beside[index] ?? NOTHING_BESIDE)} />
  ));
});
