import { Autocomplete } from '@mantine/core';
import { useMemo, useState } from 'react';
import { displayName } from '#core/model/names.ts';
import type { Party } from '#core/model/party.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useRun } from '#renderer/ui/hooks/use-run.ts';

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;

/** The script a name is written in, by its letters. */
export const scriptOf = (text: string): Party['names'][number]['script'] =>
  ARABIC.test(text) ? 'arabic' : LATIN.test(text) ? 'latin' : 'other';

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
  const current =
    props.value === null
      ? ''
      : displayName(parties.get(props.value) ?? { parts: [], codeName: null, names: [] });
  const [typed, setTyped] = useState<string | null>(null);

  async function take(text: string): Promise<void> {
    setTyped(null);
    const name = text.trim();
    if (name === current) return;
    if (name === '') return props.onChange(null);
    const known = names.get(name);
    if (known) return props.onChange(known);
    const id = crypto.randomUUID();
    const fields = {
      names: [{ text: name, script: scriptOf(name), kind: 'name' as const }],
      parts: props.part ? [props.part] : [],
    };
    if (await run(addParty, { id, fields })) props.onChange(id);
  }

  return (
    <Autocomplete
      {...(props.showLabel ? { label: props.label } : { 'aria-label': props.label })}
      placeholder={props.placeholder ?? ''}
      dir="auto"
      readOnly={props.readOnly ?? false}
      autoFocus={props.autoFocus ?? false}
      data={[...names.keys()].filter(Boolean)}
      limit={12}
      value={typed ?? current}
      onChange={setTyped}
      onOptionSubmit={(name) => void take(name)}
      onBlur={() => typed !== null && void take(typed)}
      onKeyDown={(event) => {
        if (event.code === 'Enter' && typed !== null && !event.nativeEvent.isComposing) {
          event.preventDefault();
          void take(typed);
        }
      }}
    />
  );
}
