import { Menu, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHECK_RESULTS } from '#core/model/claim-parts.ts';
import type { Item } from '#core/model/item.ts';
import { editCheck } from '#renderer/commands/edit-check.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

/** What came of a check that waits, or until when it waits now. */
export function CheckAnswer({ check }: { readonly check: Item<'check'> }) {
  const { t } = useTranslation();
  const run = useRun();
  const [until, setUntil] = useState(check.until ?? '');
  const results = CHECK_RESULTS.filter((result) => result !== 'waiting until');
  return (
    <Menu position="bottom-end" closeOnItemClick>
      <Menu.Target>
        <Button look="quiet">
          {t('finding.cameOfIt')} <IconChevronDown size={12} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {results.map((result) => (
          <Menu.Item
            key={result}
            onClick={() => void run(editCheck, { checkId: check.id, fields: { result, until: null } })}
          >
            {t(`terms.check.${result}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <TextInput
          label={t('finding.until')}
          type="date"
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <Menu.Item
          disabled={until === '' || until === check.until}
          onClick={() => void run(editCheck, { checkId: check.id, fields: { until } })}
        >
          {t('finding.waitUntil')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
