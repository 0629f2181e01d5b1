import { Autocomplete } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { displayName, scriptOf } from '#core/model/names.ts';
import type { Party } from '#core/model/party.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { registerDraft } from '#renderer/state/drafts.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

/** Chooses a party by name; a name nobody has yet becomes a new party. */
export function PartyField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (partyId: string | null) => void;
  readonly part?: Party['parts'][number];
  readonly showLabel?: boolean;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}) {
  const run = useRun();
  const parties = useCase((store) => store.state.party);
  const names = useMemo(
    () => new Map([...parties.values()].map((party) => [displayName(party), party.id] as const)),
    [parties],
  );
  const [made, setMade] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const held = parties.get(props.value ?? '');
  const current = held ? displayName(held) : made && made.id === props.value ? made.name : '';

  async function make(name: string): Promise<void> {
    const id = crypto.randomUUID();
    const fields = {
      names: [{ text: name, script: scriptOf(name), kind: 'name' as const }],
      parts: props.part ? [props.part] : [],
    };
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
      data={[...names.keys()].filter(Boolean)}
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
