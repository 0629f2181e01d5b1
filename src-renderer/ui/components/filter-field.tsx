import { TextInput } from '@mantine/core';

/** Words that a list is filtered by while they are typed; its label stands in it. */
export function FilterField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
}) {
  return (
    <TextInput
      type="search"
      dir="auto"
      aria-label={props.label}
      placeholder={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
