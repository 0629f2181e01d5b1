import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES } from '#core/model/claim.ts';
import { setOwner } from '#renderer/commands/set-owner.ts';
import { setStage } from '#renderer/commands/set-stage.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import { OwnerItems } from './owner-items.tsx';

type ManyProps = { readonly claimIds: readonly string[]; readonly disabled: boolean };

function ManyMenu(props: {
  readonly label: string;
  readonly disabled: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button disabled={props.disabled}>
          {props.label} <IconChevronDown size={12} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{props.children}</Menu.Dropdown>
    </Menu>
  );
}

/** Says how far the work on several claims is. */
export function ManyStage({ claimIds, disabled }: ManyProps) {
  const { t } = useTranslation();
  const run = useRun();
  return (
    <ManyMenu label={t('claims.stage')} disabled={disabled}>
      {STAGES.map((stage) => (
        <Menu.Item key={stage} onClick={() => void run(setStage, { claimIds, stage })}>
          {t(`terms.stage.${stage}`)}
        </Menu.Item>
      ))}
    </ManyMenu>
  );
}

/** Gives several claims to somebody. */
export function ManyOwner({ claimIds, disabled }: ManyProps) {
  const { t } = useTranslation();
  const run = useRun();
  return (
    <ManyMenu label={t('claims.assign')} disabled={disabled}>
      <OwnerItems choose={(owner) => void run(setOwner, { claimIds, owner })} />
    </ManyMenu>
  );
}
