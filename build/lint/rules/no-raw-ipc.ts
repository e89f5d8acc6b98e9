import type { Rule } from './rule-type.ts';

const GATES = new Set(['ipcMain', 'ipcRenderer']);
const SENDS = new Set(['send', 'sendToFrame', 'postMessage']);
const SENDERS = /^(webContents|contents|sender)$/i;

/** Refuses direct use of Electron's messages. They go through one gate on each side, which checks the sender and the form. */
export const noRawIpc: Rule = {
  create(context) {
    return {
      ImportSpecifier(node) {
        if (node.parent.type !== 'ImportDeclaration' || node.parent.source.value !== 'electron') return;
        if (node.imported.type !== 'Identifier' || !GATES.has(node.imported.name)) return;
        context.report({
          node,
          message: `${node.imported.name} belongs to the gate alone: register the method in main/ipc`,
        });
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
        if (!SENDS.has(callee.property.name)) return;
        const { object } = callee;
        const sender = object.type === 'MemberExpression' ? object.property : object;
        if (sender.type !== 'Identifier' || !SENDERS.test(sender.name)) return;
        context.report({
          node,
          message: `${sender.name}.${callee.property.name}() passes the gate by: send through main/ipc`,
        });
      },
    };
  },
};
