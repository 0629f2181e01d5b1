import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
};

/** The app's button, 28 px high. */
export function Button({ look = 'plain', className, ...props }: Props) {
  return (
    <button
      type="button"
      {...props}
      className={`${styles['button']} ${styles[look] ?? ''} ${className ?? ''}`}
    />
  );
}
