/** Keys as they are printed on the keyboard, pressed together. */
export const Kbd = ({ keys }: { readonly keys: readonly string[] }) => <kbd>{keys.join(' ')}</kbd>;
