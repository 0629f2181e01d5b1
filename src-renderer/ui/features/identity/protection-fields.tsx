import { Checkbox, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import type { ProtectionDraft } from './use-protection.ts';

/** Whether the OS keychain may open the key as well. */
export function KeychainField(props: { readonly checked: boolean; onChange(checked: boolean): void }) {
  const { t } = useTranslation();
  const available = useSession((session) => session.keychainAvailable);
  return (
    <Checkbox
      label={t('identity.keychain')}
      checked={props.checked}
      disabled={!available}
      description={available ? undefined : t('cases.keychainNone')}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

/** How the key is protected on this computer: as cases are. `shown`: say what is wrong. */
export function ProtectionFields({
  draft,
  shown,
}: {
  readonly draft: ProtectionDraft;
  readonly shown: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      <PasswordInput
        label={t('identity.passphrase')}
        value={draft.passphrase}
        autoComplete="new-password"
        onChange={(event) => draft.set({ passphrase: event.currentTarget.value })}
        error={shown && draft.short ? t('cases.short') : null}
      />
      <PasswordInput
        label={t('identity.again')}
        value={draft.again}
        autoComplete="new-password"
        onChange={(event) => draft.set({ again: event.currentTarget.value })}
        error={shown && draft.differ ? t('cases.differ') : null}
      />
      <Notice tone="warn">{t('identity.lost')}</Notice>
      <KeychainField checked={draft.keychain} onChange={(keychain) => draft.set({ keychain })} />
      {draft.bare && <Notice tone="warn">{t('identity.keychainOnly')}</Notice>}
    </>
  );
}
