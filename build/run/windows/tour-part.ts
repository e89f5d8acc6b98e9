import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { apiClient, type ApiClient } from '../../../tests/support/api/http-call.ts';
import { pollUntil } from '../../../tests/support/displays/poll-until.ts';
import type { Windows } from './bring-up.ts';
import { createFindings, type Part } from './part.ts';
import type { WineProgram } from './wine.ts';

/** With a letter outside of ASCII and a space, as names of people have. */
const PERSON = 'João Caixa';
const DATA = 'Balcão de teste';
const DATA_DIR = `C:\\Users\\${PERSON}\\${DATA}`;
const AMOUNT = 2590;

/** The headless till as a shop has it: it sells, is killed, starts again with its sale, is stopped, and its ledger is verified. */
export const tourPart: Part = {
  name: 'tour',
  async run(windows) {
    const { claim, outcome } = createFindings();
    const person = join(windows.driveC, 'users', PERSON);
    await mkdir(person, { recursive: true });
    await rm(join(person, DATA), { recursive: true, force: true });

    const first = await startTill(windows);
    const made = await first.api.post('/v1/charges', {
      requestId: 'tour-0001',
      amount: AMOUNT,
      reference: 'São João',
    });
    if (made.status !== 201) throw new Error(`no charge was made: ${JSON.stringify(made.json)}`);
    const charge = `/v1/charges/${String(made.json['id'])}`;
    claim(await becomesPending(first.api, charge), 'a charge is made and waits to be paid');

    const second = windows.node(headless());
    claim((await second.exit) === 1 && second.stderr().includes('[in-use]'), 'a second till is refused');

    await windows.start('taskkill', ['/F', '/PID', await pidOf(windows)]).exit;
    claim((await first.program.exit) !== 0, 'TerminateProcess ends the till at once');
    const again = await startTill(windows);
    claim(await becomesPending(again.api, charge), 'the charge outlives the kill');

    const refused = await again.api.post('/v1/stop');
    claim(refused.status === 409, 'a stop names the charge that waits');
    const stopped = await again.api.post('/v1/stop', { force: true });
    claim(
      stopped.status === 202 && (await again.program.exit) === 0,
      'an insisted stop ends the till in order',
    );

    const verified = windows.node(['build/run/verify-ledger.ts', '--data-dir', DATA_DIR]);
    claim((await verified.exit) === 0, `the ledger is verified: ${verified.stdout()}${verified.stderr()}`);
    return outcome();
  },
};

function headless(): readonly string[] {
  return ['main/core/headless.ts', '--data-dir', DATA_DIR, '--api-port', '0'];
}

/** Starts the till and waits for its ready line. */
async function startTill(windows: Windows): Promise<{ program: WineProgram; api: ApiClient }> {
  const program = windows.node(headless());
  let hasEnded = false;
  void program.exit.then(() => (hasEnded = true));
  const line = await pollUntil(
    'the ready line of the till',
    async () => {
      if (hasEnded) throw new Error(`the till ended: ${program.stderr().slice(-2000)}`);
      return program.stdout().includes('\n') ? program.stdout() : undefined;
    },
    { timeoutMs: 300_000 },
  );
  const { api } = JSON.parse(line) as { api: string };
  // The loopback network of Wine is the machine's.
  const token = await readFile(join(dataOnLinux(windows), 'api-token'), 'utf8');
  return { program, api: apiClient(api, token.trim()) };
}

async function becomesPending(api: ApiClient, charge: string): Promise<boolean> {
  return pollUntil('a pending charge', async () => {
    const { json } = await api.get(charge);
    return json['status'] === 'pending' ? true : undefined;
  }).catch(() => false);
}

/** Returns the process number that Windows gave to the till. */
async function pidOf(windows: Windows): Promise<string> {
  const address = await readFile(join(dataOnLinux(windows), 'api.json'), 'utf8');
  return String((JSON.parse(address) as { pid: number }).pid);
}

function dataOnLinux(windows: Windows): string {
  return join(windows.driveC, 'users', PERSON, DATA);
}
