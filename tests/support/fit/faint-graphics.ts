import type { Geometry } from './geometry.ts';

/**
 * Returns the graphics that carry meaning with less than 3:1 on their ground: the drawings, the marks of lists, the bars of
 * charts, and the edges of fields (WCAG 1.4.11). Disabled parts are exempt. Evaluated in the page.
 */
export function faintGraphics(): string[] {
  const { fit } = globalThis as unknown as { fit: Geometry };
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const faults: string[] = [];

  /** `rgb(1 2 3 / 0.5)`, `rgba(…)` or `color(srgb 0.1 0.2 0.3)`. */
  const read = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+(e-?\d+)?/g) ?? []).map(Number);
    const scale = text.startsWith('color(') ? 255 : 1;
    return [red * scale, green * scale, blue * scale, alpha];
  };
  const over = (front: Colour, back: Colour): Colour => {
    const mix = (place: 0 | 1 | 2): number => front[place] * front[3] + back[place] * (1 - front[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const groundOf = (element: Element | null): Colour => {
    if (element === null) return [255, 255, 255, 1];
    const own = read(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
  };
  const luminance = (colour: Colour): number => {
    const part = (value: number): number =>
      value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2]);
  };
  const look = (name: string, colour: Colour, ground: Colour): void => {
    const [a, b] = [luminance(over(colour, ground)), luminance(ground)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 3) faults.push(`${name} has ${ratio.toFixed(2)}:1`);
  };
  const isDrawn = (text: string): boolean => text !== 'none' && read(text)[3] > 0;

  const isExempt = (element: Element): boolean =>
    !element.checkVisibility() ||
    fit.seen(element, element.getBoundingClientRect()) === null ||
    element.closest('[aria-disabled="true"], :disabled, [data-decoration]') !== null;

  for (const shape of fit.root().querySelectorAll('svg :is(path, circle, rect, line, polyline)')) {
    const svg = shape.closest('svg');
    if (svg === null || isExempt(shape)) continue;
    const { stroke, fill } = getComputedStyle(shape);
    const paint = [stroke, fill].find(isDrawn);
    if (paint !== undefined)
      look(`a drawing in ${fit.nameOf(svg.parentElement ?? svg)}`, read(paint), groundOf(svg));
  }
  for (const element of fit.root().querySelectorAll('[data-graphic], [data-mark] > :nth-child(3)')) {
    if (isExempt(element)) continue;
    const isBar = element.hasAttribute('data-graphic');
    const { backgroundColor, borderTopColor } = getComputedStyle(element, isBar ? null : '::before');
    const ground = groundOf(isBar ? element.parentElement : element);
    const paint = [backgroundColor, borderTopColor].find(isDrawn);
    if (paint !== undefined) look(`the mark of ${fit.nameOf(element)}`, read(paint), ground);
  }
  for (const field of fit.root().querySelectorAll('input:not([type="radio"], [type="checkbox"]), select')) {
    if (isExempt(field)) continue;
    const { borderBottomWidth, borderBottomColor } = getComputedStyle(field);
    const name = `the edge of ${fit.nameOf(field)}`;
    if (borderBottomWidth !== '0px') look(name, read(borderBottomColor), groundOf(field.parentElement));
  }
  return [...new Set(faults)];
}
