import { Checkbox, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Fingerprint } from '../identity/fingerprint.tsx';
import { type ChosenPassphrase, PassphraseChoice } from '../identity/passphrase-choice.tsx';
import styles from './share.module.css';

/** Who can open the file: whoever has the passphrase, or the holders of these keys. */
export type Readers = {
  readonly by: 'passphrase' | 'keys';
  readonly passphrase: ChosenPassphrase;
  readonly recipients: readonly string[];
};

/** Whether a file can be made for them. */
export const readersChosen = ({ by, passphrase, recipients }: Readers): boolean =>
  by === 'passphrase' ? passphrase.acceptable : recipients.length > 0;

function Colleagues(props: { readonly chosen: readonly string[]; choose(recipients: string[]): void }) {
  const { t } = useTranslation();
  const { self, colleagues } = useIdentity();
  const { chosen, choose } = props;
  const toggle = (recipient: string): void =>
    choose(chosen.includes(recipient) ? chosen.filter((held) => held !== recipient) : [...chosen, recipient]);
  return (
    <div className={styles['part']} role="group" aria-label={t('share.colleagues')}>
      {colleagues.map(({ name, recipient }) => (
        <Checkbox
          key={recipient}
          label={<bdi>{name}</bdi>}
          description={<Fingerprint of={recipient} />}
          checked={chosen.includes(recipient)}
          onChange={() => toggle(recipient)}
        />
      ))}
      {self && <p>{t('share.youToo')}</p>}
    </div>
  );
}

/** Chooses who can open the file, and says whether it is signed. */
export function RecipientsChoice(props: { readonly value: Readers; onChange(readers: Readers): void }) {
  const { t } = useTranslation();
  const { self, state, colleagues } = useIdentity();
  const { value, onChange } = props;
  const canUseKeys = self !== null && colleagues.length > 0;
  return (
    <>
      {canUseKeys && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('share.readers')}
          value={value.by}
          data={[
            { value: 'passphrase', label: t('share.byPassphrase') },
            { value: 'keys', label: t('share.byKeys') },
          ]}
          onChange={(by) => onChange({ ...value, by: by === 'keys' ? 'keys' : 'passphrase' })}
        />
      )}
      {value.by === 'keys' && canUseKeys ? (
        <Colleagues chosen={value.recipients} choose={(recipients) => onChange({ ...value, recipients })} />
      ) : (
        <PassphraseChoice
          value={value.passphrase}
          onChange={(passphrase) => onChange({ ...value, by: 'passphrase', passphrase })}
        />
      )}
      <p className={styles['path']}>
        {self ? t('share.willSign', { alias: self.alias }) : t('share.willNotSign')}{' '}
        {!self && state !== 'unknown' && (
          <Button look="quiet" onClick={() => showScreen({ kind: 'identity' })}>
            {t('identity.title')}
          </Button>
        )}
      </p>
    </>
  );
}
