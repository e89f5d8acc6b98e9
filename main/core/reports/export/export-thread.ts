import { parentPort } from 'node:worker_threads';
import type { EpochMs } from '../../../../shared/kernel/time.ts';
import { removeFileAsync } from '../../../files/file-operations.ts';
import { defineThread } from '../../threads/define-thread.ts';
import type { ExportEnd, ExportOrder, ExportStep } from './order.ts';
import { createEventCounter, pauseForCharges, type EventCounter } from './pace.ts';
import { writeReport } from './write-report.ts';

/** A thread that writes one report. */
export interface ExportThread {
  /** Resolves at the end, also of a failure or a cancel. Never rejects. */
  readonly ended: Promise<ExportEnd>;
  /** Asks the thread to stop. It can still end as done. */
  cancel(): void;
  /** Makes the thread pause for a moment. */
  makeWay(): void;
}

type FromThread = { readonly step: ExportStep } | { readonly end: ExportEnd };

interface Input {
  readonly report: ExportOrder;
  readonly now: EpochMs;
  readonly counter: EventCounter;
}

/** The limit of V8's young generation, MB. With more the thread holds garbage for longer. */
const YOUNG_MB = 16;

/** Starts a thread that writes a report. If the thread ends without a result, its partial file is removed. */
export function startExportThread(
  order: ExportOrder,
  now: EpochMs,
  onStep: (step: ExportStep) => void,
): ExportThread {
  const ended = Promise.withResolvers<ExportEnd>();
  const died = (detail: string): void => {
    const end: ExportEnd = { kind: 'failed', failure: 'internal', detail };
    void removeFileAsync(order.partial)
      .catch(() => undefined)
      .then(() => ended.resolve(end));
  };
  const counter = createEventCounter();
  const worker = thread.start(
    { report: order, now, counter },
    { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } },
  );
  worker.on('message', (message: FromThread) => {
    if ('step' in message) onStep(message.step);
    else ended.resolve(message.end);
  });
  worker.on('error', (error) => died(String(error)));
  worker.on('exit', (code) => died(`the thread ended with ${code}`));
  return {
    ended: ended.promise,
    cancel: () => worker.postMessage('cancel'),
    makeWay: () => void Atomics.add(counter, 0, 1),
  };
}

async function writeHere({ report, now, counter }: Input): Promise<void> {
  const stop = new AbortController();
  const post = (message: FromThread): void => parentPort?.postMessage(message);
  parentPort?.once('message', () => stop.abort());
  const end = await writeReport(report, now, (step) => post({ step }), stop.signal, pauseForCharges(counter));
  post({ end });
  parentPort?.close();
}

const thread = defineThread<Input>(import.meta.url, 'export', (input) => void writeHere(input));
