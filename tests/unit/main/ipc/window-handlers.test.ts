import { expect, test } from 'vitest';
import { windowHandlers } from '../../../../main/ipc/window-handlers.ts';

function setUp(first: boolean) {
  const done: string[] = [];
  let fills = first;
  const handlers = windowHandlers(
    {
      setFullScreen: (on) => void done.push(`full screen ${on}`),
      maximize: () => void done.push('maximize'),
    },
    { fillsScreen: () => fills, fillScreen: (on) => void (fills = on) },
  );
  return { handlers, done };
}

test('the whole monitor at once, and told and kept as it is', async () => {
  const { handlers, done } = setUp(false);
  expect(await handlers['window/describe']({})).toEqual({ ok: true, value: { fullScreen: false } });
  expect(await handlers['window/fill-screen']({ fullScreen: true })).toEqual({
    ok: true,
    value: { fullScreen: true },
  });
  expect(done).toEqual(['full screen true']);
  expect(await handlers['window/describe']({})).toEqual({ ok: true, value: { fullScreen: true } });
});

test('back to a window, which is maximized', async () => {
  const { handlers, done } = setUp(true);
  await handlers['window/fill-screen']({ fullScreen: false });
  expect(done).toEqual(['full screen false', 'maximize']);
});
