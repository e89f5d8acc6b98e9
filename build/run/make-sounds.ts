/** Makes the till's sounds: `node build/run/make-sounds.ts`. Sine bells, 22,050 Hz, mono, 16 bit. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './repo-root.ts';

const RATE = 22_050;

interface Note {
  readonly hz: number;
  readonly atMs: number;
  readonly ms: number;
  readonly loud: number;
}

const SOUNDS: Readonly<Record<string, readonly Note[]>> = {
  // A rising major triad: done.
  paid: [
    { hz: 659.26, atMs: 0, ms: 260, loud: 0.5 },
    { hz: 830.61, atMs: 90, ms: 280, loud: 0.5 },
    { hz: 987.77, atMs: 180, ms: 560, loud: 0.6 },
  ],
  // A falling third, twice: a person must decide.
  late: [0, 480].flatMap((atMs) => [
    { hz: 880, atMs, ms: 220, loud: 0.65 },
    { hz: 698.46, atMs: atMs + 190, ms: 320, loud: 0.65 },
  ]),
  // Two soft low notes: look at the screen.
  attention: [
    { hz: 523.25, atMs: 0, ms: 240, loud: 0.5 },
    { hz: 440, atMs: 170, ms: 420, loud: 0.5 },
  ],
};

function samples(notes: readonly Note[]): Float64Array {
  const endMs = Math.max(...notes.map(({ atMs, ms }) => atMs + ms));
  const wave = new Float64Array(Math.ceil((endMs / 1_000) * RATE));
  for (const { hz, atMs, ms, loud } of notes) {
    const first = Math.floor((atMs / 1_000) * RATE);
    const count = Math.floor((ms / 1_000) * RATE);
    for (let i = 0; i < count && first + i < wave.length; i++) {
      const time = i / RATE;
      const attack = Math.min(1, time / 0.006);
      const fade = Math.exp((-4.5 * i) / count) * Math.min(1, (count - i) / (0.02 * RATE));
      const bell = Math.sin(2 * Math.PI * hz * time) + 0.25 * Math.sin(4 * Math.PI * hz * time);
      wave[first + i] = (wave[first + i] ?? 0) + loud * attack * fade * bell * 0.7;
    }
  }
  return wave;
}

function wav(wave: Float64Array): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + wave.length * 2, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(wave.length * 2, 40);
  const body = Buffer.alloc(wave.length * 2);
  wave.forEach((value, i) => body.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_000), i * 2));
  return Buffer.concat([header, body]);
}

for (const [name, notes] of Object.entries(SOUNDS)) {
  writeFileSync(join(repoRoot, 'assets', 'sounds', `${name}.wav`), wav(samples(notes)));
}
