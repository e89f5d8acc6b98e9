import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,simulation}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    // By itself vitest leaves one processor to whoever watches: here nobody does, and some tests mostly wait.
    maxWorkers: '100%',
  },
});
