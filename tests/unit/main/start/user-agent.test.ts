import { expect, test } from 'vitest';
import { plainUserAgent } from '../../../../main/start/user-agent.ts';

test('the name of the app loses its accent in the User-Agent, and nothing else changes', () => {
  const app = {
    userAgentFallback: 'Mozilla/5.0 (X11; Linux x86_64) Balcão/0.1.0 Chrome/130.0 Electron/33.2.1',
  };
  plainUserAgent(app);
  expect(app.userAgentFallback).toBe(
    'Mozilla/5.0 (X11; Linux x86_64) Balcao/0.1.0 Chrome/130.0 Electron/33.2.1',
  );
  expect(() => new Headers({ 'user-agent': app.userAgentFallback })).not.toThrow();
});
