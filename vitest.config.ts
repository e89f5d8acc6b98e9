import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,simulation}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
