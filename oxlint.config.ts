import { defineConfig } from 'oxlint';
import { exceptions } from './build/lint/exceptions.ts';
import { rules } from './build/lint/rule-set.ts';
import { settings } from './build/lint/walls/index.ts';

/** The walls between the folders are in build/lint/walls, the rules in build/lint/rule-set.ts. */
export default defineConfig({
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'react', 'jsx-a11y', 'promise', 'vitest'],
  jsPlugins: ['eslint-plugin-boundaries', './build/lint/rules/index.ts'],
  categories: { correctness: 'error' },
  ignorePatterns: [
    'node_modules',
    'out',
    'out-installed',
    'dist',
    'test-results',
    'playwright-report',
    // For programmers to copy, without types; tests/contract/api/proof.test.ts runs it.
    'docs/examples',
    // The fixtures break rules on purpose; tests/unit/build/lint lints them.
    'build/lint/fixtures',
  ],
  settings,
  rules,
  overrides: exceptions,
});
