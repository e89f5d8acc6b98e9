import { once } from 'node:events';
import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DEFAULT_API_PORT } from '../../../main/core/api/start-api.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import { attention, error, works, type Check, type Finding } from './finding.ts';

const Address = z.object({ url: z.url(), version: z.string() });
const LIMIT = 5 * SECOND;

/** Asks the running till over its API, or finds out whether the usual port is free for the next start. */
export function localApiCheck(dataDir: string): Check {
  return {
    name: 'API local',
    async run() {
      const address = readAddress(join(dataDir, 'api.json'));
      if (address === null) return [await usualPort()];
      const { url, version } = address;
      // Without a token the answer is a refusal, and it says that the till listens.
      const status = await fetch(`${url}/v1/status`, { signal: AbortSignal.timeout(LIMIT) }).then(
        (answer) => answer.status,
        () => null,
      );
      if (status === 401) return [works(`o Balcão ${version} está aberto e responde em ${url}`)];
      return [
        status === null
          ? attention(
              `api.json indica ${url}, e ninguém responde ali: o Balcão foi encerrado à força. Abra-o de novo.`,
            )
          : error(
              `${url} responde ${status}, e um Balcão responderia 401: outro programa usa a porta. Feche-o.`,
            ),
      ];
    },
  };
}

function readAddress(file: string): z.infer<typeof Address> | null {
  try {
    return Address.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // No till runs, or it is just writing the file.
    return null;
  }
}

async function usualPort(): Promise<Finding> {
  const server = createServer();
  server.listen(DEFAULT_API_PORT, '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.close();
  return isFree
    ? works(`o Balcão está fechado, e a porta ${DEFAULT_API_PORT} está livre para ele`)
    : attention(
        `Outro programa usa a porta ${DEFAULT_API_PORT}. O Balcão escolhe outra, que fica em api.json.`,
      );
}
