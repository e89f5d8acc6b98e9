import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repoRoot } from '../../../../build/run/repo-root.ts';

const tokens = readFileSync(join(repoRoot, 'renderer', 'styles', 'tokens.css'), 'utf8');

type Theme = 'light' | 'dark';

/** The colour of a token in a theme: `#rrggbb`, or `light-dark(#rrggbb, #rrggbb)`. */
function colour(name: string, theme: Theme): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(tokens)?.[1] ?? '';
  const colours = [...value.matchAll(/#[0-9a-f]{6}/g)].map(([hex]) => hex);
  const found = colours.length === 2 && theme === 'dark' ? colours[1] : colours[0];
  if (found === undefined) throw new Error(`no colour in --${name}`);
  return found;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('contrast, %s', (theme) => {
  it.each([
    // Amounts and answers: AAA.
    ['ink', 'paper', 7],
    ['ink', 'surface', 7],
    ['paid-on', 'paid-fill', 7],
    ['unpaid-text', 'unpaid-wash', 7],
    ['unpaid-text', 'paper', 7],
    ['doubt-text', 'doubt-wash', 7],
    ['trouble-on', 'trouble-fill', 7],
    ['trouble-text', 'trouble-wash', 7],
    ['training-on', 'training-fill', 7],
    ['ink-inverse', 'ink', 7],
    ['slip-ink', 'slip-paper', 7],
    // Everything else that is read: AA.
    ['ink-soft', 'paper', 4.5],
    ['ink-soft', 'surface', 4.5],
    ['ink-soft', 'surface-sunk', 4.5],
    ['paid-text', 'surface', 4.5],
    ['unpaid-text', 'surface', 4.5],
    ['trouble-text', 'surface', 4.5],
    // Frames of what can be pressed, and of the answers.
    ['line-strong', 'surface', 3],
    ['line-strong', 'paper', 3],
    ['focus', 'paper', 3],
    ['unpaid-line', 'paper', 3],
    ['doubt-line', 'paper', 3],
    ['trouble-line', 'surface', 3],
  ])('%s on %s is at least %d', (front, back, least) => {
    expect(contrast(colour(front, theme), colour(back, theme))).toBeGreaterThanOrEqual(least);
  });
});
