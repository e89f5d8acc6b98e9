import type { Rule } from './rule-type.ts';

const TIMERS = new Set(['setTimeout', 'setInterval']);

const MEMBERS = new Map([
  ['Date', new Set(['now'])],
  ['Math', new Set(['random'])],
  ['performance', new Set(['now', 'timeOrigin'])],
  ['crypto', new Set(['randomUUID', 'getRandomValues'])],
]);

const MODULES = new Set(['node:timers', 'node:timers/promises', 'node:perf_hooks']);
const CHANCE = /^random/;

const message = (what: string): string =>
  `${what} is out of the simulation's hands: take the Clock or Random port as an argument`;

/** Refuses the machine's clock and chance in core code, which must run in virtual time and from a seed. */
export const noAmbientTimeOrChance: Rule = {
  create(context) {
    return {
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'Identifier') return;
        if (TIMERS.has(callee.name) || callee.name === 'Date') {
          context.report({ node, message: message(`${callee.name}()`) });
        }
      },
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
          context.report({ node, message: message('new Date()') });
        }
      },
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
        if (MEMBERS.get(node.object.name)?.has(node.property.name) !== true) return;
        context.report({ node, message: message(`${node.object.name}.${node.property.name}`) });
      },
      ImportDeclaration(node) {
        if (node.importKind === 'type' || !MODULES.has(node.source.value)) return;
        context.report({ node, message: message(node.source.value) });
      },
      ImportSpecifier(node) {
        if (node.parent.type !== 'ImportDeclaration' || node.parent.source.value !== 'node:crypto') return;
        if (node.imported.type !== 'Identifier' || !CHANCE.test(node.imported.name)) return;
        context.report({ node, message: message(node.imported.name) });
      },
    };
  },
};
