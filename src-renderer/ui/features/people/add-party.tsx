import { TextInput } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freeCodeLetter, scriptOf } from '#core/model/names.ts';
import type { Party } from '#core/model/party.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { HeadRow } from '#renderer/ui/components/desk-split.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

/** Adds a party by name, or one of our sources, who starts with a code name and nothing else. */
export function AddParty() {
  const { t } = useTranslation();
  const run = useRun();
  const [name, setName] = useState('');

  async function add(fields: Partial<Party>): Promise<boolean> {
    const id = crypto.randomUUID();
    const done = await run(addParty, { id, fields });
    if (done) useView.setState({ partyId: id });
    return done;
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const names = [{ text: name, script: scriptOf(name), kind: 'name' as const }];
    if (await add({ names })) setName('');
  }
  function addSource(): void {
    const codeName = t('people.source', { letter: freeCodeLetter(useCase.getState().state) });
    void add({ codeName, parts: ['our source'], safety: 'protected' });
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <HeadRow>
        <TextInput
          dir="auto"
          aria-label={t('people.newName')}
          placeholder={t('people.newName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('people.add')}
        </Button>
        <Button onClick={addSource}>
          <IconShieldLock size={14} aria-hidden /> {t('people.addSource')}
        </Button>
      </HeadRow>
    </form>
  );
}
