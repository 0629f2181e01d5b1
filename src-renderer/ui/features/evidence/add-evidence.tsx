import { Menu, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { NewEvidenceForm } from './new-evidence-form.tsx';
import { useAttach } from './use-attach.ts';

const FORMS = ['link', 'quotation', 'testimony'] as const;
const WORDS = { link: 'attachLink', quotation: 'attachQuotation', testimony: 'attachTestimony' } as const;

/** Adds evidence that bears on no claim yet. */
export function AddEvidence() {
  const { t } = useTranslation();
  const { pick } = useAttach();
  const [form, setForm] = useState<(typeof FORMS)[number] | null>(null);
  async function pickFiles(): Promise<void> {
    const added = (await pick(null)).at(-1);
    if (added) useView.setState({ evidenceId: added });
  }
  return (
    <Popover
      opened={form !== null}
      onChange={(open) => !open && setForm(null)}
      position="bottom-end"
      width={380}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <span>
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <Button>
                {t('evidence.add')} <IconChevronDown size={13} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void pickFiles()}>{t('finding.attachFile')}</Menu.Item>
              {FORMS.map((kind) => (
                <Menu.Item key={kind} onClick={() => setForm(kind)}>
                  {t(`finding.${WORDS[kind]}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('evidence.add')}>
        {form && <NewEvidenceForm kind={form} bearing={null} close={() => setForm(null)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
