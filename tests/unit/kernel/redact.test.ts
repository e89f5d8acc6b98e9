import { expect, test } from 'vitest';
import { redactRecord } from '../../../shared/kernel/redact-record.ts';
import { redactText } from '../../../shared/kernel/redact-text.ts';

const BR_CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865406 25.905802BR5913LOJA DO CENTRO6009SAO PAULO62070503***6304A1B2';

test.each([
  ['a BR Code with a uuid key', `drawn ${BR_CODE} ok`, 'drawn [br-code] ok'],
  ['half a BR Code', '00020126580014br.gov.bcb.pix0136loja@exa', '[br-code]'],
  ['a JWT', 'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln-bmF0dXJl', 'got [token]'],
  ['a bearer', 'Authorization: Bearer abc.def-123456', 'Authorization: [secret] [token]'],
  ['a bearer alone', 'sent bearer abcdef123456', 'sent bearer [token]'],
  ['an access key in JSON', '{"access_key":"HV8R8xc28hQbX4fq","a":1}', '{"access_key":[secret],"a":1}'],
  ['a secret in a query', 'secretKey=zz9-plural&x=1', 'secretKey=[secret]&x=1'],
  ['a PIN', 'pin: 4711', 'pin: [secret]'],
  ['an e-mail key', 'key joana.silva+pix@loja.com.br not found', 'key [email] not found'],
  ['a phone key', 'key +5511987654321 not found', 'key [phone] not found'],
  ['a phone as people write it', 'call +55 (11) 98765-4321', 'call [phone]'],
  ['a CPF', 'payer 529.982.247-25', 'payer [cpf]'],
  ['a CPF of digits alone', 'payer 52998224725 paid', 'payer [cpf] paid'],
  ['a CNPJ', 'shop 11.222.333/0001-81', 'shop [cnpj]'],
  ['a CNPJ of digits alone', 'shop 11222333000181', 'shop [cnpj]'],
  ['a uuid', 'order 123e4567-e12b-12d1-a456-426655440000', 'order [uuid…0000]'],
  ['a long token', 'x 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b', 'x [token]'],
  ['base64', 'x aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gMTIz/+== y', 'x [token] y'],
])('takes out %s', (_, text, redacted) => {
  expect(redactText(text)).toBe(redacted);
});

test.each([
  'order 01JDFZ8Q4M2V7RXKT9N3WBCE5H is pending',
  'at /opt/Balcao/resources/app.asar.unpacked/out/main/core/index-ab12cd34.mjs:120:15',
  'at file:///home/Loja1/balcao/out/main/index.js:12:3',
  'R$ 1.234,56 at 2026-11-23T20:39:51.123Z',
  'core/outbox lease 1732394391123 backoff 250',
])('leaves alone: %s', (text) => {
  expect(redactText(text)).toBe(text);
});

test('a field is taken out by its name, whatever it holds', () => {
  const fields = {
    accessKey: 'ab',
    brCode: 'x',
    pin: 1234,
    ms: 12,
    url: 'https://api.shipay.com.br',
    none: null,
  };
  const record = { level: 'info', scope: 'core', event: 'login', fields, atMs: 0 } as const;
  expect(redactRecord(record).fields).toEqual({
    accessKey: '[secret]',
    brCode: '[secret]',
    pin: '[secret]',
    ms: 12,
    url: 'https://api.shipay.com.br',
    none: null,
  });
});

test('a secret does not hide in the event name either', () => {
  const record = { level: 'warn', scope: 'page', event: `saw ${BR_CODE}`, fields: {}, atMs: 0 } as const;
  expect(redactRecord(record).event).toBe('saw [br-code]');
});
