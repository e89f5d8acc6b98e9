import { fork } from 'node:child_process';
import { app, utilityProcess } from 'electron';
import { childCore } from './child-core.ts';
import { coreEnv } from './core-env.ts';
import type { StartProcess } from './core-process.ts';
import { utilityCore } from './utility-core.ts';

/**
 * Returns the way to start the core: a utility process, or a child of the Node that an unpackaged run names. Program and
 * messages are the same.
 */
export function chooseWay(modulePath: string, coreNode: string | null): StartProcess {
  const env = coreEnv(process.env);
  return coreNode === null
    ? utilityCore({ utilityProcess, app, modulePath, env })
    : childCore({ fork, execPath: coreNode, modulePath, env });
}
