/** The shop's two monitors as the dummy driver names them: the cashier's and, to its right, the customer's. */
export const outputs = {
  DUMMY0: { width: 1280, height: 1024, x: 0, y: 0 },
  DUMMY1: { width: 1024, height: 768, x: 1280, y: 0 },
} as const;

export type OutputName = keyof typeof outputs;

export const outputNames = Object.keys(outputs) as OutputName[];

/** The desktop that both monitors together show, px. */
export const desktop = { width: 2304, height: 1024 } as const;

/** `1024x768`: the dummy driver has a mode of this name for each of our sizes. */
export function modeName(output: OutputName): string {
  return `${outputs[output].width}x${outputs[output].height}`;
}

/** xrandr's arguments that light an output in its place. */
export function lightArguments(output: OutputName): string[] {
  const { x, y } = outputs[output];
  return ['--output', output, '--mode', modeName(output), '--pos', `${x}x${y}`];
}
