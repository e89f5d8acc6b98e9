import type { BridgeInput } from '../../../shared/rpc/bridge.ts';

type TypedKeys = BridgeInput<'vault/test'>;
export type Preset = TypedKeys['gateway'];

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
export function credentialsOf(draft: ConnectionDraft): TypedKeys {
  return {
    gateway: draft.preset,
    accessKey: draft.accessKey.trim(),
    secretKey: draft.secretKey.trim(),
    clientId: draft.clientId.trim(),
  };
}

/** What is still wrong on the form itself. The core has the last word on the address. */
export function connectionProblem(draft: ConnectionDraft): 'missing' | 'badUrl' | null {
  const { accessKey, secretKey, clientId } = credentialsOf(draft);
  if (accessKey === '' || secretKey === '' || clientId === '') return 'missing';
  if (draft.preset !== 'other') return null;
  const url = URL.parse(draft.url.trim());
  const loopback = url?.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url?.protocol === 'https:' || loopback ? null : 'badUrl';
}
