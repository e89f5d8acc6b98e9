import type { Rule } from './rule-type.ts';

const TODO = /\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\))/;

/** Refuses a note about later work without the number of its issue. */
export const todoNamesIssue: Rule = {
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const found = TODO.exec(comment.value);
          if (found === null) continue;
          context.report({
            loc: comment.loc,
            message: `${found[1]} without the number of its issue: write ${found[1]}(#12)`,
          });
        }
      },
    };
  },
};
