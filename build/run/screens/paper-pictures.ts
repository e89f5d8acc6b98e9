import { createPosEncoder } from '../../../main/core/printing/encoder/pos-encoder.ts';
import { interpret } from '../../../main/core/printing/interpreter/interpret.ts';
import { PROFILES } from '../../../main/core/printing/profiles.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import type { TicketContext, TicketRequest } from '../../../shared/domain/ticket/context.ts';
import { drawPaper } from '../../../tests/support/paper/draw-paper.ts';
import { toPng } from '../../../main/core/gateway/training/png.ts';
import {
  forPrinter,
  sampleContext,
  sampleRequests,
  widestContext,
  widestRequests,
} from '../ticket/sample.ts';

/** The picture of a slip: the app's bytes, interpreted, one pixel for each dot. */
export interface PaperPicture {
  readonly file: string;
  png(): Uint8Array;
}

const PAPERS = [PROFILES['generic-58'], PROFILES['generic-80']] as const;

/** Returns every document on both widths of paper, and again with the longest texts. */
export function paperPictures(): PaperPicture[] {
  return PAPERS.flatMap((profile) => {
    const picture = (request: TicketRequest, context: TicketContext, name: string): PaperPicture => ({
      file: `paper/${request.document}${name}-${profile.dots === 384 ? 58 : 80}`,
      png() {
        const ticket = buildTicket(forPrinter(request, profile), context, profile.columns);
        const bytes = createPosEncoder().encode(ticket, profile);
        return toPng(drawPaper(interpret(bytes, profile.dialect), profile.dots));
      },
    });
    const usual = { ...sampleContext, training: false };
    return [
      ...sampleRequests.map((request) => picture(request, usual, '')),
      ...widestRequests.map((request) => picture(request, widestContext, '-widest')),
      ...sampleRequests.slice(0, 1).map((request) => picture(request, sampleContext, '-training')),
    ];
  });
}
