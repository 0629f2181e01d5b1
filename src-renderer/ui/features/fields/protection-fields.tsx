import { Checkbox, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import type { ProtectionDraft } from './use-protection.ts';

/** What is protected; each has words of its own for what a lost passphrase means. */
export type Protected = 'cases' | 'identity';

/** Whether the OS keychain may open it as well. */
export function KeychainField(props: { readonly checked: boolean; onChange(checked: boolean): void }) {
  const { t } = useTranslation();
  const available = useSession((session) => session.keychainAvailable);
  return (
    <Checkbox
      label={t('cases.keychain')}
      checked={props.checked}
      disabled={!available}
      description={available ? undefined : t('cases.keychainNone')}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

/** What opens a case or a key on this computer: a passphrase, the keychain, or both. */
export function ProtectionFields(props: {
  readonly of: Protected;
  readonly draft: ProtectionDraft;
  /** Whether what is wrong is said. */
  readonly shown: boolean;
}) {
  const { t } = useTranslation();
  const { of, draft, shown } = props;
  return (
    <>
      <PasswordInput
        label={t(`${of}.passphrase`)}
        value={draft.passphrase}
        autoComplete="new-password"
        onChange={(event) => draft.set({ passphrase: event.currentTarget.value })}
        error={shown && draft.short ? t('cases.short') : null}
      />
      <PasswordInput
        label={t(`${of}.again`)}
        value={draft.again}
        autoComplete="new-password"
        onChange={(event) => draft.set({ again: event.currentTarget.value })}
        error={shown && draft.differ ? t('cases.differ') : null}
      />
      <Notice tone="warn">{t(`${of}.lost`)}</Notice>
      <KeychainField checked={draft.keychain} onChange={(keychain) => draft.set({ keychain })} />
      {draft.bare && <Notice tone="warn">{t(`${of}.keychainOnly`)}</Notice>}
    </>
  );
}
