import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { loadSlipMaker } from '../../main/core/print-queue/slip-maker.ts';
import { PROFILES, profileOf } from '../../main/core/printing/profiles.ts';
import type { TicketCharge, TicketRequest } from '../../shared/domain/ticket/context.ts';
import { sampleContext, sampleRequests } from './ticket/sample.ts';
import { say } from './say.ts';
import { readCharge } from './ticket/read-charge.ts';

/** npm run ticket -- --document D --encoder pos|escpos --profile P --out FILE [--charge FILE.json]: the bytes that the app would send. */

const { values } = parseArgs({
  options: {
    document: { type: 'string', default: 'qr-slip' },
    encoder: { type: 'string', default: 'pos' },
    profile: { type: 'string', default: 'generic-80' },
    out: { type: 'string' },
    charge: { type: 'string' },
  },
});

const profile = profileOf(values.profile);
const sample = sampleRequests.find(({ document }) => document === values.document);
if (profile === null) stop(`--profile takes one of: ${Object.keys(PROFILES).join(', ')}`);
if (sample === undefined)
  stop(`--document takes one of: ${sampleRequests.map((r) => r.document).join(', ')}`);
if (values.encoder !== 'pos' && values.encoder !== 'escpos') stop('--encoder takes one of: pos, escpos');
if (values.out === undefined) stop('--out takes the file to write');

const request =
  values.charge === undefined ? sample : withCharge(sample, readCharge(readFileSync(values.charge, 'utf8')));
const make = await loadSlipMaker(values.encoder);
const bytes = make(request, sampleContext, profile);
if (!bytes.ok) stop(`the bytes are not fit to print: ${bytes.error}`);
writeFileSync(values.out, bytes.value);
say(`${values.out}: ${bytes.value.length} bytes, read back and found right`);

/** The sample's document about another charge; a refund is of all that was given back. */
function withCharge(asked: TicketRequest, charge: TicketCharge): TicketRequest {
  switch (asked.document) {
    case 'copy':
      return { document: 'copy', of: { document: 'receipt', charge } };
    case 'refund':
      return { ...asked, charge, refund: { ...asked.refund, amount: charge.refundedAmount } };
    case 'closing':
    case 'test':
      return asked;
    default:
      return { ...asked, charge };
  }
}

function stop(problem: string): never {
  say(problem);
  process.exit(2);
}
