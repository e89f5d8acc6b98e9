/** The used part of escpos 2.5.2, which has no types. */
declare module 'escpos/printer.js' {
  interface Printer {
    readonly buffer: { write(bytes: Uint8Array): void };
    align(side: 'lt' | 'ct' | 'rt'): Printer;
    size(width: number, height: number): Printer;
    text(line: string): Printer;
    flush(done: () => void): Printer;
  }
  const Printer: new (
    adapter: { write(bytes: Uint8Array, done: () => void): void },
    options: { encoding: string },
  ) => Printer;
  export = Printer;
}
