import {
  discardSlip,
  printSlip,
  printTestPage,
  reprintSlip,
  setUpPrinter,
  slipCameOut,
} from '../commands/printing.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { TokenPrinter } from '../printing/desk/found-printers.ts';
import { guessProfile, isSeenPrinter } from '../printing/guess-profile.ts';
import type { SendOutcome } from '../printing/transport-port.ts';
import { PROFILES } from '../printing/profiles.ts';
import type { PrinterProfile } from '../printing/encoder-port.ts';
import type { Uses } from './pipeline.ts';
import { fail } from './failure-reply.ts';

/** Returns a printer in the shape of the page, which gets its token and not its target. */
function toFoundView({
  token,
  target,
  label,
  place,
  usb,
  problem,
}: TokenPrinter): Output<'printing/find-at'> {
  const { kind } = target;
  const isKnown = usb !== undefined && isSeenPrinter(usb);
  return {
    printer: token,
    kind,
    label,
    place,
    isBarePort: kind === 'serial' && !isKnown,
    profile: guessProfile(usb),
    problem: problem?.reason ?? null,
    detail: problem?.detail ?? null,
  };
}

function toTestView(outcome: SendOutcome): Output<'printing/test-page'> {
  if (outcome.kind === 'delivered')
    return { outcome: outcome.confirmed ? 'confirmed' : 'sent', reason: null, detail: null };
  const { kind, reason, detail } = outcome;
  return { outcome: kind === 'not_started' ? 'not-started' : 'partial', reason, detail };
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
    const { printers, unsearched } = await till.printing.found.search();
    return {
      ok: true,
      value: {
        printers: printers.map(toFoundView),
        profiles: Object.values<PrinterProfile>(PROFILES).map(({ id, name, columns }) => ({
          id,
          name,
          columns,
        })),
        unsearched: [...unsearched],
      },
    };
  },
  'printing/find-at': ({ address }, { till }) => {
    const printer = till.printing.found.at(address);
    return printer.ok ? { ok: true, value: toFoundView(printer.value) } : fail(printer.error);
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
    return { ok: true, value: toTestView(tested.value) };
  },
  'printing/configure': async ({ setup, automatic, drawer }, { till, by }) => {
    const choice = setup === null ? null : { ...setup, automatic, drawer };
    const done = await setUpPrinter(till, by, choice);
    return done.ok ? { ok: true, value: { done: true } } : fail(done.error);
  },
};
