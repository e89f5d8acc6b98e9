import { runCore } from './boot/run-core.ts';
import { isThread } from './threads/define-thread.ts';

// A built core is one file, and its threads load it too: there only the thread's own work runs.
if (!isThread()) runCore();
