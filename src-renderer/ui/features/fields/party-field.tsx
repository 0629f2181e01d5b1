import { Autocomplete } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName, freeCodeLetter, scriptOf } from '#core/model/names.ts';
import type { Party } from '#core/model/party.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { registerDraft } from '#renderer/state/drafts.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

/** What a new party is, under the name that was typed. */
const newParty = (name: string, part: Party['parts'][number] | undefined): Partial<Party> => ({
  names: [{ text: name, script: scriptOf(name), kind: 'name' }],
  parts: part ? [part] : [],
});

/** A source has no name but its code name, and is protected from the first keystroke. */
const newSource = (codeName: string): Partial<Party> => ({
  codeName,
  parts: ['our source'],
  safety: 'protected',
});

/** Chooses a party by name; a name nobody has yet becomes a new party. */
export function PartyField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (partyId: string | null) => void;
  readonly part?: Party['parts'][number];
  /** A new name is the code name of a new source of ours; a free one is offered. */
  readonly asSource?: boolean;
  readonly showLabel?: boolean;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}) {
  const run = useRun();
  const { t } = useTranslation();
  const parties = useCase((store) => store.state.party);
  const names = useMemo(
    () => new Map([...parties.values()].map((party) => [displayName(party), party.id] as const)),
    [parties],
  );
  const free = useMemo(
    () => (props.asSource ? t('people.source', { letter: freeCodeLetter({ party: parties }) }) : null),
    [props.asSource, parties, t],
  );
  const [made, setMade] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const held = parties.get(props.value ?? '');
  const current = held ? displayName(held) : made && made.id === props.value ? made.name : '';

  async function make(name: string): Promise<void> {
    const id = crypto.randomUUID();
    const fields = props.asSource ? newSource(name) : newParty(name, props.part);
    setMade({ id, name });
    const stored = run(addParty, { id, fields });
    // Chosen before it is stored: actions are done in turn, so a form sent in this moment has it too.
    props.onChange(id);
    if (await stored) return;
    props.onChange(props.value);
    setTyped(name);
  }

  function take(text: string): void {
    setTyped(null);
    const name = text.trim();
    if (name === current) return;
    if (name === '') return props.onChange(null);
    const known = names.get(name);
    if (known) return props.onChange(known);
    void make(name);
  }

  const leave = (): void => {
    if (typed !== null) take(typed);
  };
  const pending = useRef(leave);
  useEffect(() => {
    pending.current = leave;
  });
  useEffect(() => registerDraft(() => pending.current()), []);

  return (
    <Autocomplete
      {...(props.showLabel ? { label: props.label } : { 'aria-label': props.label })}
      placeholder={props.placeholder ?? ''}
      dir="auto"
      readOnly={props.readOnly ?? false}
      autoFocus={props.autoFocus ?? false}
      data={[...(free === null ? [] : [free]), ...names.keys()].filter(Boolean)}
      renderOption={({ option }) =>
        option.value === free ? `${free} · ${t('people.newSource')}` : option.value
      }
      limit={12}
      // Its list would cover what stands below before anything is typed.
      openOnFocus={false}
      value={typed ?? current}
      onChange={setTyped}
      onOptionSubmit={take}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.code === 'Enter' && typed !== null && !event.nativeEvent.isComposing) {
          event.preventDefault();
          take(typed);
        }
      }}
    />
  );
}
