import { partialPath } from '../../../main/core/reports/export/whole-file.ts';
import { writeReport } from '../../../main/core/reports/export/write-report.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { tellFigures } from './figures.ts';

/** Started as `node ours.ts <ledger> <file>`: the whole report, as `npm run report` writes it. */

const [ledger = '', target = ''] = process.argv.slice(2);
const partial = partialPath(target, '1');
const order = { ledger, filter: {}, format: 'xlsx', target, partial, replace: true } as const;
const began = performance.now();
const end = await writeReport(order, systemClock.now(), () => undefined, new AbortController().signal);
if (end.kind !== 'done') throw new Error(JSON.stringify(end));
tellFigures(end.rows, performance.now() - began);
