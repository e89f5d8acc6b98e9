import { describe, expect, it } from 'vitest';
import { checkEnvironment } from '../../../../main/core/boot/headless/check-environment.ts';

const keys = (baseUrl: string) => ({ baseUrl, accessKey: 'a', secretKey: 's', clientId: 'c' });

describe('the environment of a headless till with keys', () => {
  it.each(['NODE_OPTIONS', 'NODE_TLS_REJECT_UNAUTHORIZED'])('is refused with %s, which it names', (name) => {
    const checked = checkEnvironment({ [name]: '0' }, keys('https://gateway.example'));
    expect(checked).toMatchObject({ ok: false, error: expect.stringContaining(`-u ${name}`) as string });
  });

  it('is taken without them, and where no key is at risk', () => {
    const odd = { NODE_OPTIONS: '--require x' };
    expect(checkEnvironment({ PATH: '/bin', NODE_OPTIONS: '' }, keys('https://gateway.example')).ok).toBe(
      true,
    );
    expect(checkEnvironment(odd, null).ok).toBe(true);
    expect(checkEnvironment(odd, keys('http://127.0.0.1:1')).ok).toBe(true);
  });
});
