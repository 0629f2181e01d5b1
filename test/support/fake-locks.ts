type Granted = (lock: { readonly name: string } | null) => unknown;

/** The part of `navigator.locks` the app uses; Node has none. */
export function fakeLocks(): {
  request(name: string, options: { readonly ifAvailable?: boolean }, granted: Granted): Promise<unknown>;
} {
  const held = new Set<string>();
  return {
    async request(name, _options, granted) {
      if (held.has(name)) return granted(null);
      held.add(name);
      try {
        return await granted({ name });
      } finally {
        held.delete(name);
      }
    },
  };
}
