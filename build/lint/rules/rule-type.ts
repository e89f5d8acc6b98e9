import type { RuleTester } from 'oxlint/plugins-dev';

/** A rule as the linter takes it. Its package names the type only where its rule tester takes one. */
export type Rule = Parameters<RuleTester['run']>[1];
