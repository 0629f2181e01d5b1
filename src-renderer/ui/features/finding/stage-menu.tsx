import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { STAGES } from '#core/model/claim.ts';
import { setStage } from '#renderer/commands/set-stage.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

/** How far the work on the claim is. */
export function StageMenu({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const { stage } = claim;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={`${styles['pill']} ${stage === 'to do' ? '' : styles['must']}`}
          aria-label={`${t('claims.stage')}: ${t(`terms.stage.${stage}`)}`}
          disabled={readOnly}
        >
          {t(`terms.stage.${stage}`)}
          <IconChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {STAGES.map((name) => (
          <Menu.Item
            key={name}
            rightSection={name === stage ? <IconCheck size={13} aria-hidden /> : null}
            onClick={() => void run(setStage, { claimIds: [claim.id], stage: name })}
          >
            {t(`terms.stage.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
