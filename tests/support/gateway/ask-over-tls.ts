import { get } from 'node:https';
import { createSecureContext, rootCertificates } from 'node:tls';
import { createUndiciTransport } from '../../../main/core/gateway/undici-transport.ts';

/** Asks a server over TLS as Node does by itself, and as tills do with and without roots of their own. Prints what came. */
const url = process.argv[2] ?? '';
const plain = await new Promise<string>((resolve) => {
  get(url, (message) => resolve(String(message.statusCode))).on('error', () => resolve('refused'));
});
const results = [plain];
for (const roots of [undefined, createSecureContext({ ca: [...rootCertificates] })]) {
  const transport = createUndiciTransport(roots);
  const answer = await transport({
    method: 'GET',
    url,
    headers: {},
    body: null,
    connectTimeoutMs: 5000,
    answerTimeoutMs: 5000,
  });
  results.push(answer.ok ? String(answer.value.status) : answer.error.kind);
  await transport.close();
}
process.stdout.write(results.join(' '));
process.exit(0);
