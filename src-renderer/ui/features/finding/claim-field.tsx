import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useCase } from '#renderer/state/case-store.ts';

/** Chooses another claim by reference or words. */
export function ClaimField(props: {
  readonly label: string;
  readonly except: string;
  readonly value: string | null;
  readonly onChange: (claimId: string | null) => void;
  readonly autoFocus?: boolean;
}) {
  const claims = useCase((store) => store.state.claim);
  const data = useMemo(
    () =>
      [...claims.values()]
        .filter(({ id, mergedInto }) => id !== props.except && mergedInto === null)
        .map(({ id, ref, statement }) => ({ value: id, label: `${ref} ${statement}` })),
    [claims, props.except],
  );
  return (
    <Select
      label={props.label}
      data={data}
      value={props.value}
      searchable
      limit={30}
      autoFocus={props.autoFocus ?? false}
      onChange={props.onChange}
    />
  );
}
