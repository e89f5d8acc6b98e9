import { parentPort } from 'node:worker_threads';
import { rm } from 'node:fs/promises';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import { defineThread } from '../../threads/define-thread.ts';
import type { ExportEnd, ExportOrder, ExportStep } from './order.ts';
import { besideTill, createHappenings, type Happenings } from './pace.ts';
import { writeReport } from './write-report.ts';

/** A thread that writes one report. */
export interface ExportThread {
  /** Resolves when it has ended, whichever way; never rejects. */
  readonly ended: Promise<ExportEnd>;
  /** Asks it to stop. It may have been done just before. */
  cancel(): void;
  /** Something happened to a charge: the thread stands still for a moment. */
  makeWay(): void;
}

type FromThread = { readonly step: ExportStep } | { readonly end: ExportEnd };

interface Input {
  readonly report: ExportOrder;
  readonly now: EpochMs;
  readonly happenings: Happenings;
}

/** MB that the thread may keep of young objects; more would only be collected later. */
const YOUNG_MB = 16;

/** Starts a thread that writes a report. A thread that dies leaves no part of a file. */
export function startExportThread(
  order: ExportOrder,
  now: EpochMs,
  tell: (step: ExportStep) => void,
): ExportThread {
  const ended = Promise.withResolvers<ExportEnd>();
  const died = (detail: string): void => {
    const end: ExportEnd = { kind: 'failed', failure: 'internal', detail };
    void rm(order.partial, { force: true })
      .catch(() => undefined)
      .then(() => ended.resolve(end));
  };
  const happenings = createHappenings();
  const worker = thread.start(
    { report: order, now, happenings },
    { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } },
  );
  worker.on('message', (message: FromThread) => {
    if ('step' in message) tell(message.step);
    else ended.resolve(message.end);
  });
  worker.on('error', (error) => died(String(error)));
  worker.on('exit', (code) => died(`the thread ended with ${code}`));
  return {
    ended: ended.promise,
    cancel: () => worker.postMessage('cancel'),
    makeWay: () => void Atomics.add(happenings, 0, 1),
  };
}

async function writeHere({ report, now, happenings }: Input): Promise<void> {
  const stop = new AbortController();
  const say = (message: FromThread): void => parentPort?.postMessage(message);
  parentPort?.once('message', () => stop.abort());
  const tell = (step: ExportStep): void => say({ step });
  const end = await writeReport(report, now, tell, stop.signal, besideTill(happenings));
  say({ end });
  parentPort?.close();
}

const thread = defineThread<Input>(import.meta.url, 'export', (input) => void writeHere(input));
