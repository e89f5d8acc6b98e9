import { execFile } from 'node:child_process';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { UNKNOWN_STATUS } from '../status/printer-status.ts';
import type { PrinterStatus } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';
import { codeOf } from './fault-of.ts';
import type { SpoolSystem } from './spool-system.ts';

/** If the scheduler does not answer within this, it counts as dead, ms. */
const PROGRAM_MS = 5_000;

interface Said {
  readonly ok: boolean;
  /** True if it was ended because it took too long. It may have done its work. */
  readonly late: boolean;
  readonly text: string;
}

/** The variables that CUPS' programs get: where programs are, whose settings they read, and which server they ask. */
const KEPT = ['PATH', 'HOME', 'USER', 'CUPS_SERVER', 'CUPS_USER', 'CUPS_ENCRYPTION', 'CUPS_SERVERROOT'];

/** Creates CUPS over its programs (lp, lpstat, cancel), with the server of `environment`. They get no other variable of it. */
export function createCups(environment: NodeJS.ProcessEnv): SpoolSystem {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of KEPT) if (environment[name] !== undefined) env[name] = environment[name];

  /** Runs a program. Rejects only if it is not installed. */
  const run = async (program: string, args: readonly string[], input?: Uint8Array): Promise<Said> =>
    new Promise((resolve, reject) => {
      const child = execFile(program, args, { env, timeout: PROGRAM_MS }, (error, stdout, stderr) => {
        if (codeOf(error) === 'ENOENT') reject(new Error(`CUPS is not installed: there is no ${program}`));
        else resolve({ ok: error === null, late: error?.killed === true, text: `${stdout}${stderr}`.trim() });
      });
      // A program that ends early does not read its input. Its output has the reason.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });

  return {
    async queues() {
      const said = await run('lpstat', ['-e']);
      if (!said.ok && !/no destinations/i.test(said.text)) throw new Error(said.text);
      const names = said.ok ? said.text.split('\n').filter((name) => name !== '') : [];
      // A missing print server has the same message as one without a queue.
      const scheduler = names.length === 0 ? await run('lpstat', ['-r']) : undefined;
      if (scheduler && !/ is running/.test(scheduler.text)) throw new Error(scheduler.text);
      return names.map((name) => ({ name, label: name }));
    },
    async state(queue) {
      const said = await run('lpstat', ['-l', '-p', queue]).catch(asUnsaid);
      if (!said.ok) return err({ reason: 'REJECTED', detail: said.text });
      return stateIn(said.text);
    },
    async submit(queue, bytes) {
      const said = await run('lp', ['-d', queue, '-o', 'raw', '-t', 'Balcão'], bytes).catch(asUnsaid);
      const job = /request id is (\S+)/.exec(said.text)?.[1];
      if (said.ok && job !== undefined) return ok(job);
      if (said.late) {
        const detail = `lp did not come back within ${PROGRAM_MS} ms`;
        return err({ reason: 'NO_PROGRESS', detail, maybe: bytes.length });
      }
      return err({ reason: 'REJECTED', detail: said.text, maybe: 0 });
    },
    async isWaiting(queue, job) {
      const said = await run('lpstat', ['-o', queue]).catch(asUnsaid);
      return !said.ok || said.text.split('\n').some((line) => line.startsWith(`${job} `));
    },
    async withdraw(_, job) {
      await run('cancel', [job]).catch(asUnsaid);
    },
  };
}

function asUnsaid(error: unknown): Said {
  return { ok: false, late: false, text: error instanceof Error ? error.message : String(error) };
}

/**
 * Returns the status in the output of `lpstat -l -p`: a line of the queue, and the printer's state reasons (RFC 8011, 5.4.12)
 * as alerts.
 */
function stateIn(text: string): Result<PrinterStatus, Fault> {
  const [first = '', ...more] = text.split('\n');
  // The second line is the reason of the person who stopped the queue.
  if (/ disabled since /.test(first)) {
    return err({
      reason: 'OFFLINE',
      detail: [first, more[0] ?? ''].join(' ').replaceAll(/\s+/g, ' ').trim(),
    });
  }
  const alerts = more.find((line) => line.trim().startsWith('Alerts:')) ?? '';
  return ok({
    ...UNKNOWN_STATUS,
    ...(/\boffline\b|\bshutdown\b/.test(alerts) ? { online: 'no' as const } : {}),
    ...(/media-empty|media-needed/.test(alerts)
      ? { paper: 'out' as const }
      : /media-low/.test(alerts)
        ? { paper: 'near-end' as const }
        : {}),
    ...(/cover-open|door-open/.test(alerts) ? { cover: 'open' as const } : {}),
  });
}
