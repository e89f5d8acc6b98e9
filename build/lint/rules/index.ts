import { noAmbientTimeOrChance } from './no-ambient-time-or-chance.ts';
import { noRawFiles } from './no-raw-files.ts';
import { noRawIpc } from './no-raw-ipc.ts';
import { noThis } from './no-this.ts';
import { todoNamesIssue } from './todo-names-issue.ts';

/** Rules of this project. */
const plugin = {
  meta: { name: 'balcao' },
  rules: {
    'no-ambient-time-or-chance': noAmbientTimeOrChance,
    'no-raw-files': noRawFiles,
    'no-raw-ipc': noRawIpc,
    'no-this': noThis,
    'todo-names-issue': todoNamesIssue,
  },
};

export default plugin;
