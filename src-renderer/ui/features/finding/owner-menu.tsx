import { Menu } from '@mantine/core';
import { IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setOwner } from '#renderer/commands/set-owner.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { OwnerItems } from '../claims/owner-items.tsx';
import styles from './claim-inspector.module.css';
import type { SectionProps } from './section-props.ts';

/** Who works on the claim. */
export function OwnerMenu({ claim, readOnly }: SectionProps) {
  const { t } = useTranslation();
  const run = useRun();
  const { owner } = claim;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={styles['pill']}
          aria-label={`${t('claims.owner')}: ${owner ?? t('claims.nobody')}`}
          disabled={readOnly}
        >
          <IconUserCircle size={13} aria-hidden />
          <bdi className={styles['alias']}>{owner ?? t('claims.nobody')}</bdi>
          <IconChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <OwnerItems choose={(alias) => void run(setOwner, { claimIds: [claim.id], owner: alias })} />
      </Menu.Dropdown>
    </Menu>
  );
}
