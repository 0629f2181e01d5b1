import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';

/** Copies a text and says so on itself. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // The browser says no more than that it may not.
      say('error', t('identity.copyFailed'));
    }
  };
  return (
    <Button onClick={() => void copy()} aria-live="polite">
      {copied === text ? t('identity.copied') : label}
    </Button>
  );
}
