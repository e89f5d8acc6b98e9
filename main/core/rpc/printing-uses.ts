import {
  discardSlip,
  printSlip,
  printTestPage,
  reprintSlip,
  setUpPrinter,
  slipCameOut,
} from '../commands/printing.ts';
import { guessProfile } from '../printing/guess-profile.ts';
import type { FoundPrinter } from '../printing/transport-port.ts';
import { PROFILES } from '../printing/profiles.ts';
import type { PrinterProfile } from '../printing/encoder-port.ts';
import type { Uses } from './pipeline.ts';
import { fail } from './failure-reply.ts';

/** Returns each printer once. A printer on a cable can be found by two transports: the first one without a problem is kept. */
function onceEach(printers: readonly FoundPrinter[]): FoundPrinter[] {
  const byId = Map.groupBy(printers, ({ target }) => target.id);
  return [...byId.values()].flatMap(
    (ways) => ways.find(({ problem }) => problem === undefined) ?? ways[0] ?? [],
  );
}

/** The methods for slips and for the printer of the cashier's window. */
export const printingUses: Pick<Uses, Extract<keyof Uses, `printing/${string}`>> = {
  'printing/print': ({ chargeId, slip }, { till, by }) => {
    const printed = printSlip(till, by, { chargeId, slip });
    return printed.ok ? { ok: true, value: { id: printed.value.id } } : fail(printed.error);
  },
  'printing/came-out': ({ id }, { till }) => {
    const ended = slipCameOut(till, id);
    return ended.ok ? { ok: true, value: { id } } : fail(ended.error);
  },
  'printing/reprint': ({ id }, { till }) => {
    const again = reprintSlip(till, id);
    return again.ok ? { ok: true, value: { id: again.value.id } } : fail(again.error);
  },
  'printing/discard': ({ id }, { till }) => {
    const ended = discardSlip(till, id);
    return ended.ok ? { ok: true, value: { id } } : fail(ended.error);
  },
  'printing/discover': async (_input, { till }) => {
    const { printers, unsearched } = await till.printing.printers.discover();
    return {
      ok: true,
      value: {
        printers: onceEach(printers).map(({ target, label, place, usb, problem }) => ({
          target: { ...target },
          label,
          place,
          profile: guessProfile(usb),
          problem: problem?.reason ?? null,
        })),
        profiles: Object.values<PrinterProfile>(PROFILES).map(({ id, name, columns }) => ({
          id,
          name,
          columns,
        })),
        unsearched: [...unsearched],
      },
    };
  },
  'printing/preview': (subject, { till }) => {
    const preview = till.printing.preview(subject);
    if (!preview.ok) return fail(preview.error);
    const { columns, items } = preview.value;
    return { ok: true, value: { columns, items: [...items] } };
  },
  'printing/test-page': async ({ setup }, { till }) => {
    const tested = await printTestPage(till, setup);
    if (!tested.ok) return fail(tested.error);
    const outcome = tested.value;
    return {
      ok: true,
      value: {
        outcome: outcome.kind === 'not_started' ? 'not-started' : outcome.kind,
        reason: outcome.kind === 'delivered' ? null : outcome.reason,
      },
    };
  },
  'printing/configure': async ({ setup, automatic, drawer }, { till, by }) => {
    const printer = setup === null ? null : { ...setup, automatic, drawer };
    const done = await setUpPrinter(till, by, printer);
    return done.ok ? { ok: true, value: { done: true } } : fail(done.error);
  },
};
