import type { Cancel } from '../../shared/kernel/time.ts';

/** One kind of event and its listeners. */
export interface Signal<T> {
  on(listener: (value: T) => void): Cancel;
  emit(value: T): void;
}

/** Creates a signal without listeners. */
export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit(value) {
      // Copies the list, because a listener may remove itself while it runs.
      for (const listener of Array.from(listeners)) listener(value);
    },
  };
}
