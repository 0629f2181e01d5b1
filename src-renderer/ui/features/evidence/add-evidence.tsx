import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useAttach } from './use-attach.ts';

/** What is written down in a form: what has no file of its own, and what somebody sent. */
export type WordsKind = 'link' | 'quotation' | 'testimony' | 'received';

const FORMS = [
  ['received', 'attachReceived'],
  ['link', 'attachLink'],
  ['quotation', 'attachQuotation'],
  ['testimony', 'attachTestimony'],
] as const;

/** Adds evidence that bears on no claim yet. */
export function AddEvidence({ open }: { readonly open: (kind: WordsKind) => void }) {
  const { t } = useTranslation();
  const { pick } = useAttach();
  async function pickFiles(): Promise<void> {
    const added = (await pick(null)).at(-1);
    if (added) useView.setState({ evidenceId: added });
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button>
          {t('evidence.add')} <IconChevronDown size={13} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void pickFiles()}>{t('finding.attachFile')}</Menu.Item>
        {FORMS.map(([kind, words]) => (
          <Menu.Item key={kind} onClick={() => open(kind)}>
            {t(`finding.${words}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
