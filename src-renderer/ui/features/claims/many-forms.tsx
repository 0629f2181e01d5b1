import { Popover, Select, TagsInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STANCES, type Stance } from '#core/model/claim-parts.ts';
import { tagsOf } from '#core/queries/facets.ts';
import { assessMany } from '#renderer/commands/assess-many.ts';
import { setTags } from '#renderer/commands/set-tags.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { say } from '#renderer/state/messages-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claims-pane.module.css';
import { useAllRows } from './use-claim-rows.ts';

type FormProps = { readonly claimIds: readonly string[]; readonly close: () => void };

function TagForm({ claimIds, close }: FormProps) {
  const { t } = useTranslation();
  const run = useRun();
  const rows = useAllRows();
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const marked = new Set(claimIds);
  const held = tagsOf(rows.filter(({ id }) => marked.has(id))).map(({ id }) => id);
  return (
    <div className={styles['fields']}>
      <TagsInput
        label={t('claims.addTags')}
        value={add}
        data={tagsOf(rows).map(({ id }) => id)}
        comboboxProps={{ withinPortal: false }}
        onChange={setAdd}
      />
      {held.length > 0 && (
        <TagsInput
          label={t('claims.removeTags')}
          value={remove}
          data={held}
          comboboxProps={{ withinPortal: false }}
          onChange={setRemove}
        />
      )}
      <Button
        look="primary"
        disabled={add.length + remove.length === 0}
        onClick={() => void run(setTags, { claimIds, add, remove }).then((ok) => ok && close())}
      >
        {t('common.save')}
      </Button>
    </div>
  );
}

function StanceForm({ claimIds, close }: FormProps) {
  const { t } = useTranslation();
  const run = useRun();
  const evidence = useCase((store) => store.state.evidence);
  const [evidenceId, setEvidence] = useState<string | null>(null);
  const items = [...evidence.values()].map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }));
  const store = async (stance: Stance): Promise<void> => {
    if (!evidenceId || !(await run(assessMany, { evidenceId, claimIds, stance }))) return;
    say('done', t('claims.stanceSet', { count: claimIds.length, ref: evidence.get(evidenceId)?.ref ?? '' }));
    close();
  };
  return (
    <div className={styles['fields']}>
      <Select
        label={t('claims.evidence')}
        data={items}
        value={evidenceId}
        searchable
        limit={100}
        nothingFoundMessage={t('claims.noEvidence')}
        comboboxProps={{ withinPortal: false }}
        onChange={setEvidence}
      />
      <div className={styles['chips']}>
        {STANCES.map((stance) => (
          <Button key={stance} disabled={evidenceId === null} onClick={() => void store(stance)}>
            {t(`terms.stance.${stance}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function ManyForm(props: {
  readonly label: string;
  readonly disabled: boolean;
  readonly children: (close: () => void) => ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover position="bottom-start" shadow="md" width={300} trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button disabled={props.disabled} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {props.label} <IconChevronDown size={12} aria-hidden />
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{props.children(() => setOpened(false))}</Popover.Dropdown>
    </Popover>
  );
}

type ManyProps = { readonly claimIds: readonly string[]; readonly disabled: boolean };

/** Adds tags to several claims and takes tags away. */
export function ManyTags({ claimIds, disabled }: ManyProps) {
  const { t } = useTranslation();
  return (
    <ManyForm label={t('claims.tag')} disabled={disabled}>
      {(close) => <TagForm claimIds={claimIds} close={close} />}
    </ManyForm>
  );
}

/** Says how one evidence item bears on several claims. */
export function ManyStance({ claimIds, disabled }: ManyProps) {
  const { t } = useTranslation();
  return (
    <ManyForm label={t('claims.stance')} disabled={disabled}>
      {(close) => <StanceForm claimIds={claimIds} close={close} />}
    </ManyForm>
  );
}
