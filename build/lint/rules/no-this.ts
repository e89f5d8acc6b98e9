import type { Rule } from './rule-type.ts';

/** Refuses `this`. Factories return closures, so a method can be passed, wrapped and taken apart. */
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
