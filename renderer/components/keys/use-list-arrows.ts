import { useState, type KeyboardEvent } from 'react';

/** The place of the focus in a list of buttons, and the handler of the arrows that move it. */
export interface ListArrows {
  readonly at: number;
  setAt(place: number): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** Moves the focus through `count` buttons with the arrows up and down. After the last comes the first. */
export function useListArrows(count: number, start = 0): ListArrows {
  const [at, setAt] = useState(start);
  return {
    at,
    setAt,
    onKeyDown(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const next = (at + step + count) % count;
      setAt(next);
      event.currentTarget.querySelectorAll('button')[next]?.focus();
    },
  };
}
