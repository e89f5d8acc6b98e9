import { useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react';
import { drawVerified } from './draw-verified.ts';
import styles from './verified-qr.module.css';

/**
 * A QR that is on screen only if it reads back as `text`. It is drawn before the browser paints, so that no frame
 * carries another charge's code; `onChecked` says how it went.
 */
export function VerifiedQr({
  text,
  label,
  onChecked,
}: {
  readonly text: string;
  readonly label: string;
  readonly onChecked: (shown: boolean) => void;
}): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const report = useEffectEvent(onChecked);
  useLayoutEffect(() => {
    const [box, target] = [frame.current, canvas.current];
    if (box === null || target === null) return;
    let drawnFor = 0;
    const draw = (): void => {
      // For a moment of a turned or resized window there may be no room at all. That says nothing about the code.
      if (box.clientWidth === drawnFor || box.clientWidth === 0) return;
      drawnFor = box.clientWidth;
      report(drawVerified(target, text, drawnFor));
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(box);
    return () => observer.disconnect();
  }, [text]);
  return (
    <div ref={frame} className={styles.frame} role="img" aria-label={label} data-qr="">
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}
