import { NativeSelect } from '@mantine/core';

/** One of a fixed list of values, each with its words. */
export function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly words: (value: T) => string;
  readonly choose: (value: T) => void;
  readonly autoFocus?: boolean;
}) {
  const { label, value, values, words, choose, autoFocus = false } = props;
  return (
    <NativeSelect
      size="xs"
      autoFocus={autoFocus}
      label={label}
      value={value}
      data={values.map((each) => ({ value: each, label: words(each) }))}
      onChange={(event) => {
        const chosen = values.find((each) => each === event.currentTarget.value);
        if (chosen !== undefined) choose(chosen);
      }}
    />
  );
}
