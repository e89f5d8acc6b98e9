import { beforeEach, describe, expect, it } from 'vitest';
import { createAct, createActStore, type Act } from '../../../../renderer/stores/act-store.ts';
import { recordingBridge, type RecordingBridge } from '../../../support/fake-bridge/recording-bridge.ts';

let bridge: RecordingBridge;
let store: ReturnType<typeof createActStore>;
let act: Act;

beforeEach(() => {
  bridge = recordingBridge();
  store = createActStore();
  act = createAct(bridge, store);
});

const wrongPin = {
  ok: false,
  error: { code: 'wrong-pin', message: 'not for screens', details: { waitMs: 0 } },
} as const;

describe('an act', () => {
  it('is one at a time: a second key calls nothing and gets null', async () => {
    const first = act('manager/enter', { pin: '4321' });
    expect(await act('manager/enter', { pin: '4321' })).toBeNull();
    expect(store.getState().busy).toBe('manager/enter');
    const reply = { ok: true, value: { operatorId: 'marta', name: 'Marta' } } as const;
    await bridge.answer(reply);
    expect(await first).toEqual(reply);
    expect(bridge.calls).toEqual([{ method: 'manager/enter', input: { pin: '4321' } }]);
    expect(store.getState()).toEqual({ busy: null, error: null });
  });

  it('that failed says so until the next begins', async () => {
    bridge.reply('manager/enter', wrongPin);
    await act('manager/enter', { pin: '0000' });
    expect(store.getState()).toMatchObject({
      busy: null,
      error: { code: 'wrong-pin', details: { waitMs: 0 }, heardAt: expect.any(Number) },
    });
    void act('backup/now', {});
    expect(store.getState()).toEqual({ busy: 'backup/now', error: null });
  });
});
