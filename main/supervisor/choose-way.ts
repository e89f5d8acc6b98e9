import { fork } from 'node:child_process';
import { app, utilityProcess } from 'electron';
import { childCore } from './child-core.ts';
import { coreEnv } from './core-env.ts';
import type { StartProcess } from './core-process.ts';
import { utilityCore } from './utility-core.ts';

/** Returns the only way in which an installed till starts the core: a utility process. */
export function utilityWay(modulePath: string): StartProcess {
  return utilityCore({ utilityProcess, app, modulePath, env: coreEnv(process.env) });
}

/**
 * Returns the way to start the core in a run from the sources: a utility process, or a child of the Node that the developer
 * names. Program and messages are the same.
 */
export function chooseWay(modulePath: string, coreNode: string | null): StartProcess {
  return coreNode === null
    ? utilityWay(modulePath)
    : childCore({ fork, execPath: coreNode, modulePath, env: coreEnv(process.env) });
}
