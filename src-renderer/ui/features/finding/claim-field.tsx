import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { compareRefs } from '#core/model/refs.ts';
import { useCase } from '#renderer/state/case-store.ts';

/** Chooses a claim by reference or words. */
export function ClaimField(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** Claims that are not offered. */
  readonly except: readonly string[];
  readonly value: string | null;
  readonly onChange: (claimId: string | null) => void;
  readonly autoFocus?: boolean;
}) {
  const { label, hideLabel, except } = props;
  const claims = useCase((store) => store.state.claim);
  const data = useMemo(
    () =>
      [...claims.values()]
        .filter(({ mergedInto }) => mergedInto === null)
        .sort((a, b) => compareRefs(a.ref, b.ref))
        .map(({ id, ref, statement }) => ({ value: id, label: `${ref} ${statement}` })),
    [claims],
  );
  return (
    <Select
      {...(hideLabel ? { 'aria-label': label, placeholder: label } : { label })}
      comboboxProps={{ withinPortal: false }}
      data={data.filter(({ value }) => !except.includes(value))}
      value={props.value}
      searchable
      limit={30}
      autoFocus={props.autoFocus ?? false}
      onChange={props.onChange}
    />
  );
}
