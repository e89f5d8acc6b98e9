/** Prints one line for the person at the terminal. Standard error, so that a script's output stays clean. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
