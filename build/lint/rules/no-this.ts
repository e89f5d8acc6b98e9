import type { Rule } from './rule-type.ts';

/** Factories return closures. A method that needs no `this` may be passed about, wrapped and taken apart. */
export const noThis: Rule = {
  create(context) {
    let classes = 0;
    return {
      ClassBody() {
        classes += 1;
      },
      'ClassBody:exit'() {
        classes -= 1;
      },
      ThisExpression(node) {
        if (classes > 0) return;
        context.report({ node, message: '`this` outside a class: name the function and close over it' });
      },
    };
  },
};
