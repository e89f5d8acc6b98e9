// A client of Balcão's local API that proves who answers before it sends its token.
//   node local-api-client.mjs DATA_DIR GET /v1/status
//   node local-api-client.mjs DATA_DIR POST /v1/charges '{"requestId":"pdv-8841-1","amount":2590}'
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';

const sha256 = (data) => createHash('sha256').update(data).digest();

/** Calls the till of a data folder. Throws if another process answers; the token was not sent to it then. */
export async function callTill(dataDir, method, path, body, token) {
  // The address is read for each call: only the till's account can write this file.
  const { url, tokenFile } = JSON.parse(readFileSync(join(dataDir, 'api.json'), 'utf8'));
  const secret = token ?? readFileSync(tokenFile, 'utf8').trim();
  const till = openConnection(new URL(url), secret);
  try {
    await till.send('GET', '/v1/proof', undefined, {});
    return await till.send(method, path, body, { authorization: `Bearer ${secret}` });
  } finally {
    till.close();
  }
}

/** One connection. What the first answer proves is true for the later ones too, because it cannot change its other end. */
function openConnection({ hostname, port }, secret) {
  let isOpen = false;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agent.createConnection = () => {
    if (isOpen) throw new Error('the till closed the connection');
    isOpen = true;
    return connect(Number(port), hostname);
  };
  const named = secret.includes('.') ? { 'balcao-token': secret.split('.')[0] } : {};

  const send = async (method, path, body, headers) => {
    const nonce = randomBytes(24).toString('base64url');
    const content = body === undefined ? {} : { 'content-type': 'application/json' };
    const all = { ...headers, ...named, ...content, 'balcao-nonce': nonce };
    const answer = await new Promise((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers: all, timeout: 15_000 }, resolve);
      sent.on('error', reject).on('timeout', () => sent.destroy(new Error('no answer')));
      sent.end(body);
    });
    const chunks = await Array.fromAsync(answer);
    const received = Buffer.concat(chunks);
    const lines = ['balcao-proof-1', nonce, method, path, `${hostname}:${port}`, answer.statusCode];
    const message = [...lines, sha256(received).toString('hex')].join('\n');
    const wanted = createHmac('sha256', sha256(secret)).update(message).digest();
    const given = Buffer.from(answer.headers['balcao-proof'] ?? '', 'hex');
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
      throw new Error(`the process at ${hostname}:${port} is not the till`);
    return { status: answer.statusCode, body: JSON.parse(received.toString('utf8')) };
  };
  return { send, close: () => agent.destroy() };
}

if (import.meta.url === pathToFileURL(argv[1]).href) {
  const [, , dataDir, method, path, body] = argv;
  const answer = await callTill(dataDir, method, path, body);
  stdout.write(`${answer.status} ${JSON.stringify(answer.body)}\n`);
}
