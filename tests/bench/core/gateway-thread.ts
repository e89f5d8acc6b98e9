import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { buildBrCode } from '../../../shared/domain/br-code/build-br-code.ts';
import { fromWireNumber } from '../../../shared/domain/money/decimal-reais.ts';

/** A gateway that answers at once, in a thread of its own: it tells the other side how long each order took it. */

interface NewOrder {
  readonly order_ref: string;
  readonly total: number;
}

const orders = new Map<string, { readonly ref: string; readonly total: number; status: string }>();

const WALLET = {
  wallet: 'pix',
  friendly_name: 'Pix',
  active: true,
  minimum_payment: 0.01,
  transaction_type: 'cashin',
  default: true,
};

function answer(method: string, path: string, body: string): unknown {
  const call = `${method} ${path.split('/')[1]}`;
  if (call === 'POST pdvauth') return { access_token: 'bench', access_token_expires_in: 14_400 };
  if (call === 'GET v1') return [WALLET];
  if (call === 'POST order') return open(JSON.parse(body) as NewOrder);
  const orderId = path.split('/')[2] ?? '';
  const order = orders.get(orderId);
  if (order === undefined) return null;
  if (call === 'DELETE order') order.status = 'cancelled';
  return { order_id: orderId, status: order.status, external_id: order.ref, total_order: order.total };
}

function open({ order_ref, total }: NewOrder): object {
  const orderId = crypto.randomUUID();
  orders.set(orderId, { ref: order_ref, total, status: 'pending' });
  const amount = fromWireNumber(total);
  const code = buildBrCode({
    kind: 'dynamic',
    url: `pix.example.invalid/v2/${orderId}`,
    merchantName: 'Loja do Bairro',
    merchantCity: 'SAO PAULO',
    amount: amount.ok ? amount.value : null,
    txid: null,
  });
  return { order_id: orderId, status: 'pending', qr_code_text: code.ok ? code.value : '' };
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  const cameAt = performance.now();
  let body = '';
  request.setEncoding('utf8').on('data', (text: string) => (body += text));
  request.on('end', () => {
    const said = answer(request.method ?? '', request.url ?? '', body);
    const text = JSON.stringify(said ?? { message: 'Not Found' });
    response.writeHead(said === null ? 404 : 200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
    const ms = performance.now() - cameAt;
    if (request.method === 'POST' && request.url === '/order')
      parentPort?.postMessage({ ref: (JSON.parse(body) as NewOrder).order_ref, ms });
  });
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => {
  parentPort?.postMessage({ port: (server.address() as AddressInfo).port });
});
