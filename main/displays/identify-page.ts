import { APP_ORIGIN } from '../security/app-origin.ts';
import type { BuiltFile } from '../security/app-scheme.ts';

/**
 * The page that shows a monitor's number on it. Main makes it, without a preload and a script. It is served under our scheme
 * with the policy of every page.
 */
const PAGE = /^\/identify\/(\d{1,2})\.html$/;
const STYLE_PATH = '/identify/style.css';

const STYLE = `
html, body { height: 100%; margin: 0; background: #101828; color: #fff; font-family: sans-serif; }
body { display: flex; align-items: center; justify-content: center; overflow: hidden; cursor: none; }
p { margin: 0; font-size: 70vh; font-weight: 700; line-height: 1; font-variant-numeric: tabular-nums; }
`;

/** Returns the address of the page with this number. */
export function identifyUrl(number: number): string {
  return `${APP_ORIGIN}/identify/${number}.html`;
}

/** Returns the file of this page for a path, or null. */
export function identifyFile(path: string): BuiltFile | null {
  if (path === STYLE_PATH) return { type: 'text/css; charset=utf-8', body: STYLE };
  const number = PAGE.exec(path)?.[1];
  if (number === undefined) return null;
  const body = `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><title>Monitor ${number}</title><link rel="stylesheet" href="${STYLE_PATH}"></head><body><p>${number}</p></body></html>`;
  return { type: 'text/html; charset=utf-8', body };
}
