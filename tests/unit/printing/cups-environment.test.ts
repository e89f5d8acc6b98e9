import { expect, it } from 'vitest';
import { cupsEnvironment } from '../../../main/core/printing/transports/cups.ts';

it('gives CUPS the folders of programs and of the person, and no other server, library or language', () => {
  const environment = cupsEnvironment({
    PATH: '/usr/bin',
    HOME: '/home/caixa',
    LC_ALL: 'pt_BR.UTF-8',
    CUPS_SERVER: '192.0.2.7',
    LD_PRELOAD: '/tmp/x.so',
    NODE_OPTIONS: '--require /tmp/x.js',
  });
  expect(environment).toEqual({ PATH: '/usr/bin', HOME: '/home/caixa', LC_ALL: 'C' });
});
