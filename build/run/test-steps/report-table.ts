import type { StepReport } from './step.ts';

const HEADINGS = ['step', 'passed', 'failed', 'not run', 'seconds'] as const;

/** Returns a table of all steps for the terminal, one line each. */
export function reportTable(reports: readonly StepReport[]): string {
  const rows = reports.map((report) => [
    report.name,
    String(report.passed),
    String(report.failures.length),
    String(report.notRun.length),
    (report.durationMs / 1000).toFixed(1),
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(HEADINGS), ...rows.map(line)].join('\n');
}

/** Returns `N passed, N failed`: the last line of a run, which other programs read. */
export function totalLine(reports: readonly StepReport[]): string {
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failed = reports.reduce((sum, report) => sum + report.failures.length, 0);
  return `${passed} passed, ${failed} failed`;
}
