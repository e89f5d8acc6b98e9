import type { OxlintConfig } from 'oxlint';

/** The places where a rule is stricter or is off. */
export const exceptions: NonNullable<OxlintConfig['overrides']> = [
  {
    files: ['shared/**', 'main/core/**'],
    rules: { 'balcao/no-ambient-time-or-chance': 'error' },
  },
  {
    files: ['main/**'],
    rules: { 'balcao/no-raw-files': 'error' },
  },
  {
    // The room of these operations, and files that are devices or parts of the app.
    files: [
      'main/files/**',
      'main/core/ledger/storage-error.ts',
      'main/core/printing/transports/**',
      'main/core/boot/headless/run-headless.ts',
      'main/security/app-scheme.ts',
    ],
    rules: { 'balcao/no-raw-files': 'off' },
  },
  {
    files: ['shared/domain/**', 'main/core/charges/**'],
    rules: { 'typescript/switch-exhaustiveness-check': 'error' },
  },
  {
    // The places that make the ports from the machine, and the two programs that end themselves.
    files: [
      'main/core/boot/system-ports.ts',
      'main/core/threads/system-clock.ts',
      'main/core/gateway/undici-transport.ts',
      'main/core/headless.ts',
      'main/core/boot/run-core.ts',
      // A salt is not drawn from a seed.
      'main/core/directory/people/pin.ts',
    ],
    rules: { 'balcao/no-ambient-time-or-chance': 'off' },
  },
  {
    // The gate of main, the preloads on its other side, and the tests of both.
    files: ['main/ipc/**', 'preload/**', 'tests/**'],
    rules: { 'balcao/no-raw-ipc': 'off' },
  },
  {
    // The one file of the pages that uses the preload, and tests that check it.
    files: ['renderer/port/electron-port.ts', 'tests/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // The tools read the default export of these.
    files: [
      '*.config.ts',
      'tests/e2e/global-setup.ts',
      'build/packaging/after-pack.ts',
      'build/lint/rules/index.ts',
    ],
    rules: { 'import/no-default-export': 'off' },
  },
  {
    // These print to a terminal.
    files: ['build/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Electron runs it unchanged, so it has no types.
    files: ['build/electron/default-app/**', 'tests/bench/electron/empty-app/**'],
    rules: {
      'typescript/no-unsafe-argument': 'off',
      'typescript/no-unsafe-assignment': 'off',
      'typescript/no-unsafe-call': 'off',
      'typescript/no-unsafe-member-access': 'off',
      'typescript/no-unsafe-return': 'off',
    },
  },
  {
    // Matchers such as expect.any() are of type any.
    files: ['tests/**'],
    rules: { 'typescript/no-unsafe-assignment': 'off' },
  },
  {
    // The parts of the simulated world use each other's types.
    files: ['tests/**'],
    rules: { 'import/no-cycle': ['error', { ignoreTypes: true }] },
  },
  {
    // Playwright's tests are not vitest tests: their fixtures assert.
    files: ['tests/e2e/**'],
    rules: { 'vitest/expect-expect': 'off' },
  },
];
