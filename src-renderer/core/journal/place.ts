/** Place of an entry among all chains. */
export const placeOf = ({ actor, seq }: { readonly actor: string; readonly seq: number }): string =>
  `${actor}/${seq}`;
