import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { play } from '../../../../renderer/cashier/sounds/play.ts';
import { chooseVolume, chosenVolume } from '../../../../renderer/cashier/sounds/volume.ts';

let kept: Map<string, string>;
let played: number[];

beforeEach(() => {
  kept = new Map();
  played = [];
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('Audio', function FakeAudio() {
    const player = {
      volume: 1,
      currentTime: 0,
      play: () => Promise.resolve(void played.push(player.volume)),
    };
    return player;
  });
});
afterEach(() => vi.unstubAllGlobals());

test('a till is loud until a person chooses otherwise', () => {
  play('late');
  expect(chosenVolume()).toBe('full');
  expect(played).toEqual([1]);
});

test('a choice counts from the next sound on, and no sound is no sound', () => {
  chooseVolume('low');
  play('late');
  chooseVolume('off');
  play('late');
  chooseVolume('full');
  play('late');
  expect(played).toEqual([0.35, 1]);
});
