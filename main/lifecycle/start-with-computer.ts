import type { App } from 'electron';
import { readText, removeFile } from '../files/file-operations.ts';
import { writeAtomically } from '../files/write-atomically.ts';

/** Whether the app opens when a person signs in to the computer. */
export interface StartWithComputer {
  isOn(): boolean;
  /** Throws the error of the file system. */
  set(on: boolean): void;
}

/** Keeps the choice on Windows and macOS, in the system's own list of what opens at login. */
export function loginItem(
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
): StartWithComputer {
  return {
    isOn: () => app.getLoginItemSettings().openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin }),
  };
}

/**
 * Keeps the choice on Linux, in a file that desktops read. A desktop that switches the entry off leaves the file and adds one of two
 * lines to it.
 *
 * @param command the program and its arguments.
 */
export function autostartEntry(file: string, command: readonly string[]): StartWithComputer {
  const entry = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Balcão',
    `Exec=${command.map(quote).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
  return {
    isOn: () => {
      const text = textOf(file);
      return text !== null && !/^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(text);
    },
    set: (on) => (on ? writeAtomically(file, entry) : removeFile(file)),
  };
}

/** Quotes an argument of `Exec` (Desktop Entry Specification, "The Exec key"): as in a string of the file, and there as in a shell. */
function quote(argument: string): string {
  const shell = argument.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%');
  return `"${shell.replaceAll('\\', '\\\\')}"`;
}

function textOf(file: string): string | null {
  try {
    return readText(file);
  } catch {
    // It is not there, or cannot be read. The desktop then does not read it either.
    return null;
  }
}
