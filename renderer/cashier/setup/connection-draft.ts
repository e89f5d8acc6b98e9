import type { Credentials } from '../../../shared/contract/main-port.ts';
import { GATEWAY_BASE_URLS } from '../../../shared/domain/gateway/base-urls.ts';

export type Preset = keyof typeof GATEWAY_BASE_URLS | 'other';

export interface ConnectionDraft {
  readonly preset: Preset;
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly clientId: string;
}

export const EMPTY_CONNECTION: ConnectionDraft = {
  preset: 'production',
  url: 'https://',
  accessKey: '',
  secretKey: '',
  clientId: '',
};

/** The keys as they were meant: pasted ones often bring spaces and line ends along. */
export function credentialsOf(draft: ConnectionDraft): Credentials {
  const baseUrl = draft.preset === 'other' ? draft.url.trim() : GATEWAY_BASE_URLS[draft.preset];
  return {
    baseUrl,
    accessKey: draft.accessKey.trim(),
    secretKey: draft.secretKey.trim(),
    clientId: draft.clientId.trim(),
  };
}

/** What is still wrong on the form itself. The core has the last word on the address. */
export function connectionProblem(draft: ConnectionDraft): 'missing' | 'badUrl' | null {
  const { baseUrl, accessKey, secretKey, clientId } = credentialsOf(draft);
  if (accessKey === '' || secretKey === '' || clientId === '') return 'missing';
  const url = URL.parse(baseUrl);
  const loopback = url?.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url?.protocol === 'https:' || loopback ? null : 'badUrl';
}
