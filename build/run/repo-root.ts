import { fileURLToPath } from 'node:url';

/** The absolute path of the repository, from every working folder. */
export const repoRoot: string = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');
