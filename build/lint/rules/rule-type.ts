import type { RuleTester } from 'oxlint/plugins-dev';

/** The type of a rule. The linter's package exports it only as a parameter of its rule tester. */
export type Rule = Parameters<RuleTester['run']>[1];
