import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PRIORITIES } from '#core/model/claim.ts';
import { setPriority } from '#renderer/commands/set-priority.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

/** How much hangs on the claim. */
export function PriorityMenu({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const { priority } = claim;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={`${styles['pill']} ${priority === 'must' ? styles['must'] : ''}`}
          aria-label={`${t('finding.priority')}: ${t(`terms.priority.${priority}`)}`}
          disabled={readOnly}
        >
          {t(`terms.priority.${priority}`)}
          <IconChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {PRIORITIES.map((name) => (
          <Menu.Item
            key={name}
            rightSection={name === priority ? <IconCheck size={13} aria-hidden /> : null}
            onClick={() => void run(setPriority, { claimIds: [claim.id], priority: name })}
          >
            {t(`terms.priority.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
