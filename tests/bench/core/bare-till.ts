import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'undici';
import { openDatabase } from '../../../main/core/ledger/open-database.ts';

/**
 * The least program that does what the till does between a charge and its QR: the same exchanges over HTTP, and a durable
 * row before each. It checks, computes and remembers nothing. Started as `node bare-till.ts <folder> <gateway's address>`.
 */

const [folder = '', gatewayUrl = ''] = process.argv.slice(2);
const db = openDatabase(join(folder, 'bare.db'));
db.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const insert = db.prepare('INSERT INTO row (body) VALUES (?)');
const gateway = new Client(gatewayUrl);
let reader: ServerResponse | null = null;

async function answer(path: string, body: string): Promise<object> {
  if (path.endsWith('/cancel')) return tell({ id: path.split('/')[3] ?? '', status: 'cancelled' });
  const { requestId, amount } = JSON.parse(body) as { requestId: string; amount: number };
  const charge = { id: crypto.randomUUID(), requestId, status: 'creating' };
  insert.run(JSON.stringify(charge));
  setImmediate(() => void order(charge, amount));
  return charge;
}

async function order(charge: { id: string; requestId: string }, amount: number): Promise<void> {
  insert.run(JSON.stringify({ sent: charge.id }));
  const body = JSON.stringify({ order_ref: `${charge.id}-1`, total: amount / 100 });
  const made = await gateway.request({ method: 'POST', path: '/order', body });
  insert.run(JSON.stringify(await made.body.json()));
  tell({ ...charge, status: 'pending' });
}

function tell<T extends object>(charge: T): T {
  reader?.write(`data: ${JSON.stringify({ charge })}\n\n`);
  return charge;
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'GET') {
    reader = response.writeHead(200, { 'content-type': 'text/event-stream' });
    reader.write('retry: 1000\n\n');
    return;
  }
  let body = '';
  request.setEncoding('utf8').on('data', (text: string) => (body += text));
  request.on('end', () => {
    void answer(request.url ?? '', body).then((said) => {
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => {
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, 'bare');
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.stdout.write(`${JSON.stringify({ ready: true, api, tokenFile })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
