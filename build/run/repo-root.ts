import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, wherever the script was called from. */
export const repoRoot: string = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');
