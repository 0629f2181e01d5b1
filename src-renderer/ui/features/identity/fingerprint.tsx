import { useMemo } from 'react';
import { fingerprintWords } from '#core/sharing/fingerprint.ts';
import styles from './identity.module.css';

/** A public key as words to be read out. */
export function Fingerprint({ of }: { readonly of: string }) {
  const words = useMemo(() => fingerprintWords(of).join(' '), [of]);
  return (
    <span className={styles['words']} lang="en" dir="ltr">
      {words}
    </span>
  );
}
