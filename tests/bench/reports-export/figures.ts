/** What a program that wrote a workbook says of itself, in one line. */
export interface Figures {
  readonly rowsPerSecond: number;
  /** The most that the process ever held, MB (2^20 bytes). */
  readonly peakMb: number;
}

export function tellFigures(rows: number, ms: number): void {
  const figures: Figures = {
    rowsPerSecond: (rows / ms) * 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
