import type { OxlintConfig } from 'oxlint';
import { dependencies } from './walls/index.ts';

/** The rules, each an error. tests/unit/build/lint has a file that breaks each. */
export const rules: NonNullable<OxlintConfig['rules']> = {
  'boundaries/dependencies': ['error', dependencies],
  'boundaries/no-unknown-files': 'error',
  // The bridge of the preload. It is declared in renderer/port/electron-port.ts and used through the port.
  'no-restricted-properties': [
    'error',
    { object: 'window', property: 'balcao' },
    { object: 'globalThis', property: 'balcao' },
  ],
  // Includes types: parts that need each other to be understood belong in one file.
  'import/no-cycle': ['error', { ignoreTypes: false }],
  'import/no-default-export': 'error',
  // The compiler checks this, with the types of `?modulePath`.
  'import/default': 'off',

  // Types
  'typescript/consistent-type-imports': 'error',
  'typescript/no-explicit-any': 'error',
  'typescript/no-unsafe-argument': 'error',
  'typescript/no-unsafe-assignment': 'error',
  'typescript/no-unsafe-call': 'error',
  'typescript/no-unsafe-member-access': 'error',
  'typescript/no-unsafe-return': 'error',
  'typescript/ban-ts-comment': 'error',
  // A `default` is enough, except where each state of a charge must be considered (see the overrides).
  'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],

  // Promises and errors
  'typescript/no-floating-promises': 'error',
  'typescript/no-misused-promises': 'error',
  'typescript/only-throw-error': 'error',
  'no-empty': 'error',

  // Habits
  'balcao/no-ambient-time-or-chance': 'off',
  'balcao/no-raw-files': 'off',
  'balcao/no-raw-ipc': 'error',
  'balcao/no-this': 'error',
  'balcao/todo-names-issue': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'unicorn/filename-case': ['error', { case: 'kebabCase' }],
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'vitest/no-focused-tests': 'error',
  'vitest/no-disabled-tests': 'error',

  // Objects are closures without `this` (balcao/no-this), so a method can be passed as a value.
  'typescript/unbound-method': 'off',
  // Text is spread to count its characters, as the BR Code standard does.
  'typescript/no-misused-spread': 'off',
  // A property of fast-check can have conditions, and asserts inside its callback.
  'vitest/no-conditional-expect': 'off',
  // Helpers of a test assert too.
  'vitest/no-standalone-expect': 'off',
  // Some tests read reference material that only some machines have.
  'vitest/no-conditional-tests': 'off',
  // The type of a mock comes from where it is passed.
  'vitest/require-mock-type-parameters': 'off',
  'vitest/expect-expect': [
    'error',
    { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'always', '**.until'] },
  ],
  // The second argument is the message of the assertion.
  'vitest/valid-expect': ['error', { maxArgs: 2 }],
  // axe checks the drawn screens: a drawing has the role img, a list that scrolls gets the focus, and a list of choices gives
  // the focus to the chosen one.
  'jsx-a11y/prefer-tag-over-role': 'off',
  'jsx-a11y/no-noninteractive-tabindex': 'off',
  'jsx-a11y/no-noninteractive-element-interactions': 'off',
  'jsx-a11y/interactive-supports-focus': 'off',
  // `role` of our components is the role of a person.
  'jsx-a11y/aria-role': ['error', { ignoreNonDOM: true }],
};
