import { describe, expect, it } from 'vitest';
import { checkBaseUrl } from '../../../main/core/gateway/base-urls.ts';
import { GATEWAY_BASE_URLS } from '../../../shared/domain/gateway/base-urls.ts';

describe('checkBaseUrl', () => {
  it.each([
    [GATEWAY_BASE_URLS.staging, 'https://api-staging.shipay.com.br'],
    [GATEWAY_BASE_URLS.production, 'https://api.shipay.com.br'],
    ['  https://api.shipay.com.br/  ', 'https://api.shipay.com.br'],
    ['https://API.Shipay.com.br', 'https://api.shipay.com.br'],
    ['https://proxy.example/gateway//', 'https://proxy.example/gateway'],
    ['https://api.shipay.com.br:8443', 'https://api.shipay.com.br:8443'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://localhost:4000/', 'http://localhost:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
  ])('takes %s', (text, url) => {
    expect(checkBaseUrl(text)).toEqual({ ok: true, value: url });
  });

  it.each([
    ['', 'not-a-url'],
    ['api.shipay.com.br', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['file:///etc/passwd', 'not-a-url'],
    ['http://api.shipay.com.br', 'not-https'],
    ['http://127.0.0.1.example.com', 'not-https'],
    ['http://localhost.example.com', 'not-https'],
    ['ftp://127.0.0.1', 'not-https'],
    ['javascript:alert(1)', 'not-a-url'],
    ['https://user:key@api.shipay.com.br', 'has-credentials'],
    ['https://api.shipay.com.br/?a=1', 'has-query'],
    ['https://api.shipay.com.br/#a', 'has-query'],
    ['https://api.shipay.com.br?', 'has-query'],
  ])('refuses %s', (text, error) => {
    expect(checkBaseUrl(text)).toEqual({ ok: false, error });
  });
});
