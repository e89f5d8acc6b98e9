// Ends the running till of a data folder, for the installer of Windows: node stop-till.mjs DATA_DIR
// Exit codes: 0 no till runs any more, 3 a charge is open and nothing was done, 4 the till did not answer or did not end.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, kill, stdout } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { callTill } from './local-api-client.mjs';

/** How long an ordered stop may take, ms. */
const LIMIT = 60_000;

const dataDir = argv[2];
const file = join(dataDir, 'api.json');
exit(existsSync(file) ? await stop() : 0);

async function stop() {
  const { pid } = JSON.parse(readFileSync(file, 'utf8'));
  // A till that crashed leaves the file.
  if (!isAlive(pid)) return 0;
  const answer = await callTill(dataDir, 'POST', '/v1/stop', '{}').catch((error) => error);
  if (answer.code === 'ECONNREFUSED') return 0;
  stdout.write(`${answer.status ?? answer.message}\n`);
  if (answer.status === 409) return 3;
  if (answer.status !== 202) return 4;
  for (const end = Date.now() + LIMIT; Date.now() < end; await pause(200)) if (!isAlive(pid)) return 0;
  return 4;
}

function isAlive(pid) {
  try {
    kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
