import { execFile } from 'node:child_process';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { UNKNOWN_STATUS } from '../status/printer-status.ts';
import type { PrinterStatus } from '../transport-port.ts';
import type { Fault } from './byte-link.ts';
import { codeOf } from './fault-of.ts';
import type { SpoolSystem } from './spool-system.ts';

/** If a program does not end within this, it is killed and the scheduler counts as dead, ms. */
const PROGRAM_MS = 5_000;

interface Said {
  readonly ok: boolean;
  /** True if it was ended because it took too long. It may have done its work. */
  readonly late: boolean;
  readonly text: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the environment of CUPS' programs: the folders of programs and of the person. It is built and not inherited, so it has
 * no `CUPS_SERVER`, which would send slips to another machine, and no preloaded library. CUPS' answers are in English.
 */
export function cupsEnvironment({ PATH, HOME }: Environment): Environment {
  return { PATH, HOME, LC_ALL: 'C' };
}

/** Creates CUPS over its programs (lp, lpstat, cancel). They get `env` and nothing else, and are killed after `programMs`. */
export function createCups(env: Environment, programMs = PROGRAM_MS): SpoolSystem {
  /** Runs a program, and kills it at the limit. Rejects only if it is not installed. */
  const run = async (program: string, args: readonly string[], input?: Uint8Array): Promise<Said> =>
    new Promise((resolve, reject) => {
      // A program that hangs in the print service can ignore a friendlier signal.
      const limit = { timeout: programMs, killSignal: 'SIGKILL' } as const;
      const child = execFile(program, args, { env, ...limit }, (error, stdout, stderr) => {
        if (codeOf(error) === 'ENOENT') reject(new Error(`CUPS is not installed: there is no ${program}`));
        else if (error?.killed === true)
          resolve({ ok: false, late: true, text: lateText(program, programMs) });
        else resolve({ ok: error === null, late: false, text: `${stdout}${stderr}`.trim() });
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
      if (!said.ok) return err({ reason: said.late ? 'NO_ANSWER' : 'REJECTED', detail: said.text });
      return stateIn(said.text);
    },
    async submit(queue, bytes) {
      const said = await run('lp', ['-d', queue, '-o', 'raw', '-t', 'Balcão'], bytes).catch(asUnsaid);
      const job = /request id is (\S+)/.exec(said.text)?.[1];
      if (said.ok && job !== undefined) return ok(job);
      if (said.late) return err({ reason: 'NO_ANSWER', detail: said.text, maybe: bytes.length });
      return err({ reason: 'REJECTED', detail: said.text, maybe: 0 });
    },
    async progress(queue, job) {
      const waiting = await run('lpstat', ['-o', queue]).catch(asUnsaid);
      if (!waiting.ok || waiting.text.split('\n').some((line) => line.startsWith(`${job} `)))
        return { kind: 'waiting', reason: waiting.late ? 'NO_ANSWER' : null };
      const over = await run('lpstat', ['-l', '-W', 'completed', '-o', queue]).catch(asUnsaid);
      return { kind: over.ok && isRemoved(over.text, job) ? 'removed' : 'gone' };
    },
    async withdraw(_, job) {
      await run('cancel', [job]).catch(asUnsaid);
    },
  };
}

/** True if the list of completed jobs has the job as cancelled or aborted (job-state-reasons of RFC 8011, 5.3.8). */
function isRemoved(text: string, job: string): boolean {
  // The lines about a job are indented, below its own line.
  const [, ...about] =
    text
      .split(/^(?=\S)/m)
      .find((lines) => lines.startsWith(`${job} `))
      ?.split('\n') ?? [];
  return /\b(?:job-canceled|aborted)/.test(about.join(' '));
}

function lateText(program: string, programMs: number): string {
  return `no answer within ${programMs} ms: ${program} was ended`;
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
