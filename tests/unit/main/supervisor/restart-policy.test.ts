import { expect, test } from 'vitest';
import { coreEnv } from '../../../../main/supervisor/core-env.ts';
import { createRestartPolicy } from '../../../../main/supervisor/restart-policy.ts';

const SECOND = 1_000;
const restart = (delayMs: number) => ({ kind: 'restart', delayMs });

test('two crashes are answered, the third within a minute is one too many', () => {
  const policy = createRestartPolicy();
  expect(policy.crashed(0)).toEqual(restart(250));
  expect(policy.crashed(10 * SECOND)).toEqual(restart(1_000));
  expect(policy.crashed(59 * SECOND)).toEqual({ kind: 'stay-down' });
});

test('crashes that are not that close together wait longer, and never give up', () => {
  const policy = createRestartPolicy();
  const delays = [0, 40, 80, 120, 160].map((at) => policy.crashed(at * SECOND));
  expect(delays).toEqual([restart(250), restart(1_000), restart(3_000), restart(3_000), restart(3_000)]);
});

test('after ten calm minutes the first delay is the short one again', () => {
  const policy = createRestartPolicy();
  policy.crashed(0);
  policy.crashed(40 * SECOND);
  expect(policy.crashed(700 * SECOND)).toEqual(restart(250));
});

test('a folder that another core still holds is waited for, and not counted as a crash', () => {
  const policy = createRestartPolicy();
  const decisions = [0, 1, 2, 4, 7].map((at) => policy.foundLocked(at * SECOND));
  expect(decisions).toEqual(Array(5).fill(restart(500)));
  expect(policy.foundLocked(8 * SECOND)).toEqual({ kind: 'stay-down' });
  policy.isUp();
  expect(policy.foundLocked(9 * SECOND)).toEqual(restart(500));
  expect(policy.crashed(10 * SECOND)).toEqual(restart(250));
});

test('the core inherits a built environment', () => {
  const own = {
    PATH: '/bin',
    HOME: '/home/ana',
    TZ: '',
    LANG: 'pt_BR.UTF-8',
    XDG_RUNTIME_DIR: '/run/user/1',
    NODE_OPTIONS: '--require /tmp/evil.js',
    NODE_EXTRA_CA_CERTS: '/tmp/ca.pem',
    LD_PRELOAD: '/tmp/evil.so',
    ELECTRON_RUN_AS_NODE: '1',
    HTTPS_PROXY: 'http://evil.example',
    BALCAO_TEST: '1',
    AWS_SECRET_ACCESS_KEY: 'x',
  };
  expect(coreEnv(own)).toEqual({
    PATH: '/bin',
    HOME: '/home/ana',
    LANG: 'pt_BR.UTF-8',
    XDG_RUNTIME_DIR: '/run/user/1',
  });
});
