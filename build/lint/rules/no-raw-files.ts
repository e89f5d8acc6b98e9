import type { Rule } from './rule-type.ts';

const MODULES = new Set(['node:fs', 'node:fs/promises']);

/** They fail while another program holds the file. */
const HELD = /^(rename|rm|unlink|copyFile|open|openAsBlob|readFile|writeFile|appendFile|truncate)(Sync)?$/;

/** Refuses the operations that fail while another program holds the file. `main/files` has them, and they try again. */
export const noRawFiles: Rule = {
  create(context) {
    return {
      ImportDeclaration(node) {
        if (node.importKind === 'type' || !MODULES.has(node.source.value)) return;
        for (const specifier of node.specifiers) {
          const isWhole = specifier.type !== 'ImportSpecifier';
          const name = isWhole || specifier.imported.type !== 'Identifier' ? 'fs' : specifier.imported.name;
          if (!isWhole && (specifier.importKind === 'type' || !HELD.test(name))) continue;
          context.report({
            node: specifier,
            message: `${name} fails while another program holds the file: use main/files/file-operations.ts`,
          });
        }
      },
    };
  },
};
