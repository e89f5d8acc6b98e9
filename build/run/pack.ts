import { runPackager } from '../packaging/run-packager.ts';
import { ownTarget, parseTarget, type Target } from '../packaging/target.ts';
import { say } from './say.ts';

const FOR_TRIAL = '--for-trial';
const SYSTEM = '--system=';

/**
 * npm run pack: builds the app for an installed till and packs it for this system, or for the one that `--system=win32-x64`
 * names, into a folder under dist/. Refuses on another Electron than the pinned one, unless `--for-trial` says that the result is
 * not for a shop.
 */
function pack(args: readonly string[]): Promise<number> {
  return runPackager({
    target: targetOf(args),
    format: 'dir',
    isTrial: args.includes(FOR_TRIAL),
    others: args.filter((argument) => argument !== FOR_TRIAL && !argument.startsWith(SYSTEM)),
  });
}

function targetOf(args: readonly string[]): Target {
  const name = args.find((argument) => argument.startsWith(SYSTEM))?.slice(SYSTEM.length);
  if (name === undefined) return ownTarget();
  const target = parseTarget(name);
  if (target === null)
    throw new Error(`${SYSTEM}${name}: the app is made for linux, win32 and darwin, x64 and arm64`);
  return target;
}

process.exitCode = await pack(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});
