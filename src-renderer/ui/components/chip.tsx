import type { ReactNode } from 'react';
import styles from './chip.module.css';

/** A small choice that is on or off. */
export function Chip(props: {
  readonly on?: boolean;
  readonly onClick?: () => void;
  readonly tone?: 'plain' | 'danger' | 'warn';
  readonly disabled?: boolean;
  readonly title?: string;
  readonly autoFocus?: boolean;
  readonly children: ReactNode;
}) {
  const { on = false, onClick, tone = 'plain', disabled = false, title, autoFocus = false, children } = props;
  const className = `${styles['chip']} ${styles[tone] ?? ''} ${on ? styles['on'] : ''}`;
  if (!onClick) {
    return (
      <span className={className} title={title}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={className}
      aria-pressed={on}
      onClick={onClick}
      disabled={disabled}
      title={title}
      autoFocus={autoFocus}
    >
      {children}
    </button>
  );
}
