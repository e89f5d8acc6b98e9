import type { Cancel } from '../../shared/kernel/time.ts';

/** Runs `action` when the present frame is on the screen. A window that is not painted never reports a frame. */
export function afterPaint(action: () => void): Cancel {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(action, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
