import type { Stance } from '#core/model/claim-parts.ts';
import styles from './matrix.module.css';

const SIGNS: Readonly<Record<Stance, string>> = { supports: '＋', contradicts: '−', background: '○' };

/** What evidence says to a claim, by sign and colour. */
export function StanceMark({ stance }: { readonly stance: Stance }) {
  return (
    <i className={`${styles['mark']} ${styles[stance]}`} aria-hidden>
      {SIGNS[stance]}
    </i>
  );
}
