import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

/** A part of the window that is loaded when it is first shown, or before. */
export type Later<P> = ComponentType<P> & {
  /** Loads it; resolves when it can be shown at once. Rejects when its program cannot be read. */
  ready(): Promise<void>;
};

/**
 * A part of the window whose program is not read at the start: what the lock screen does not show must
 * not keep it from being shown. Once loaded it is drawn in the same pass as what stands around it,
 * which React's own `lazy` is not. Nothing is shown meanwhile; a failure is thrown to the boundary.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let part: ComponentType<P> | null = null;
  let failure: { readonly error: unknown } | null = null;
  let loading: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const begin = async (): Promise<void> => {
    try {
      part = await load();
    } catch (error) {
      failure = { error };
      throw error;
    } finally {
      for (const listener of listeners) listener();
    }
  };
  const ready = (): Promise<void> => (loading ??= begin());

  function Part(props: P) {
    const Loaded = useSyncExternalStore(subscribe, () => part);
    const failed = useSyncExternalStore(subscribe, () => failure);
    useEffect(() => {
      // What fails is thrown while drawing, where the boundary is.
      ready().catch(() => undefined);
    }, []);
    if (failed) throw failed.error;
    return Loaded && <Loaded {...props} />;
  }
  return Object.assign(Part, { ready });
}
