import type { FpmOrder } from './read-arguments.ts';

/**
 * Returns the text of DEBIAN/control (deb-control(5)).
 *
 * @param sizeKb of the installed files, KiB.
 */
export function controlFile(order: FpmOrder, sizeKb: number): string {
  const [summary = order.name, ...rest] = order.description
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const fields: readonly (readonly [string, string | null])[] = [
    ['Package', order.name],
    ['Version', order.version],
    ['Architecture', order.architecture],
    ['Maintainer', order.maintainer],
    ['Installed-Size', String(sizeKb)],
    ['Depends', listed(order.depends)],
    ['Recommends', listed(order.recommends)],
    ['Section', order.category],
    ['Priority', order.priority],
    ['Homepage', order.homepage],
    ['Description', [summary, ...rest.map((line) => ` ${line}`)].join('\n')],
  ];
  return fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\n`])).join('');
}

const listed = (packages: readonly string[]): string | null =>
  packages.length === 0 ? null : packages.join(', ');
