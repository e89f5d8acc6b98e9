import { describe, expect, it } from 'vitest';
import { knownTextOf, type KnownText } from '../../../../shared/domain/gateway/known-texts.ts';

describe('a known text of a program has a meaning', () => {
  it.each<[string, KnownText]>([
    ['Order not Found', 'order-not-found'],
    ['Order not created', 'order-not-created'],
    ['Error creating the order', 'order-not-created'],
    ['Order already cancelled', 'already-cancelled'],
    ['Order already canceled', 'already-cancelled'],
    ['Order already expired', 'already-expired'],
    ['Order already refunded', 'already-refunded'],
    ['409 already-final', 'already-ended'],
    ['The total of the purchase does not match with the sum of the items price', 'sum-differs'],
    ['O valor total da cobrança é diferente da somatória dos itens', 'sum-differs'],
    ['The total is lower than the minimum payment accepted.', 'below-minimum'],
    ['The refund was not accepted.', 'refund-not-accepted'],
    ['R$ 1.0 has been refunded.', 'was-refunded'],
    ['Unauthenticated User.', 'keys-refused'],
    ['Unauthorized', 'keys-refused'],
    ['User not authorized', 'no-permission'],
    ['Permission Denied', 'no-permission'],
    ['Bad request: total', 'not-understood'],
    ['approved', 'still-paid'],
    ['APPROVED', 'still-paid'],
    ['pending', 'is-pending'],
    ['cancelled', 'is-cancelled'],
    ['expired', 'is-expired'],
    ['refund_pending', 'is-refunding'],
    ['refunded', 'is-refunded'],
    ['partial_refunded', 'is-partly-refunded'],
    ['no connection in time', 'too-slow'],
    ['Operation Timeout', 'too-slow'],
    ['ETIMEDOUT', 'too-slow'],
    ['ECONNREFUSED', 'not-reached'],
    ['unreachable', 'not-reached'],
    ['ECONNRESET', 'connection-lost'],
    ['no-answer', 'connection-lost'],
    ['CERT_HAS_EXPIRED', 'bad-certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'bad-certificate'],
    ['not JSON: <html>', 'unreadable-answer'],
    ['HTTP 502', 'unreadable-answer'],
    ['not needed', 'not-needed'],
    ['crc-mismatch', 'qr-damaged'],
    ['not-pix', 'qr-not-pix'],
    ['amount-mismatch', 'qr-other-amount'],
  ])('%s', (text, meaning) => {
    expect(knownTextOf(text)).toBe(meaning);
    expect(knownTextOf(`  ${text} `)).toBe(meaning);
  });

  it.each(['', 'Something else', 'approved by nobody', 'limite diário excedido', 'HTTP 502 and more'])(
    'an unknown text has none: %s',
    (text) => {
      expect(knownTextOf(text)).toBeNull();
    },
  );
});
