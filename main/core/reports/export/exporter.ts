import { basename, dirname, isAbsolute } from 'node:path';
import type {
  FileFormat,
  ReportFailure,
  ReportFormat,
  ReportProgress,
} from '../../../../shared/contract/exports.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import type { Random } from '../../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Cancel, Clock } from '../../../../shared/kernel/time.ts';
import { ulid } from '../../../../shared/kernel/ulid.ts';
import type { ChargeFilter } from '../../search/charge-filter.ts';
import { startExportThread, type ExportThread } from './export-thread.ts';
import type { ExportEnd } from './order.ts';
import { createPartialNote } from './partial-note.ts';
import { writeDataFile } from './write-data-file.ts';
import { objection, partialPath, sweepPartials } from './whole-file.ts';

/** A request for a report. */
export interface ExportRequest {
  /** The token of the chosen file. */
  readonly file: string;
  readonly filter: ChargeFilter;
  readonly replace: boolean;
  /** The file of the ledger. */
  readonly ledger: string;
}

/** A file that a person chose. `file` is its token. */
export interface AllowedFile {
  readonly file: string;
  readonly name: string;
  readonly exists: boolean;
}

/** Writes report files in a thread, one at a time. */
export interface Exporter {
  /** Takes a path that a person chose in a dialog of main, and returns a token for it. */
  allow(path: string, format: FileFormat): Promise<Result<AllowedFile, 'not-writable'>>;
  /** Starts a report and returns its id. `not-found`: the token is unknown. */
  start(request: ExportRequest): Promise<Result<string, ReportFailure | 'busy' | 'not-found'>>;
  /** Writes a small text to a chosen file of data (`json`). `not-found`: the token is unknown. */
  writeData(file: string, replace: boolean, text: string): Promise<Result<void, ReportFailure | 'not-found'>>;
  /** Cancels a report. Returns false if it is not in progress, or ends in another way before the cancel. */
  cancel(id: string): Promise<boolean>;
  /** Calls the listener with the present progress, then with each change. */
  subscribe(listener: (progress: ReportProgress | null) => void): Cancel;
  /** Called for each event of a charge: the report pauses, so that the charge goes first. */
  makeWay(): void;
  /** Cancels the report in progress and waits until its partial file is removed. */
  stop(): Promise<void>;
}

/** So many chosen files are kept until they are written. An older choice is dropped. */
const MOST_CHOSEN = 8;

interface Chosen {
  readonly path: string;
  readonly format: FileFormat;
}

function isReport(file: Chosen): file is Chosen & { readonly format: ReportFormat } {
  return file.format !== 'json';
}

/** Creates the exporter of one core. `dataDir` is the core's own folder: it keeps the name of an unfinished file there. */
export function createExporter(dataDir: string, clock: Clock, random: Random, logger: Logger): Exporter {
  const note = createPartialNote(dataDir);
  const chosen = new Map<string, Chosen>();
  const listeners = new Set<(progress: ReportProgress | null) => void>();
  let progress: ReportProgress | null = null;
  let running: ExportThread | null = null;
  let starting = false;

  const show = (next: ReportProgress): void => {
    progress = next;
    for (const listener of listeners) listener(next);
  };
  const ended = (first: ReportProgress, end: ExportEnd): void => {
    running = null;
    note.remove();
    const last = progress ?? first;
    if (end.kind === 'done') show({ ...last, state: 'done', rows: end.rows, total: end.rows });
    else if (end.kind === 'cancelled') show({ ...last, state: 'cancelled' });
    else show({ ...last, state: 'failed', failure: end.failure });
    logger.info('report-ended', end.kind === 'failed' ? { ...end } : { kind: end.kind });
  };
  const begin = (
    { ledger, filter, replace }: ExportRequest,
    { path, format }: Chosen & { readonly format: ReportFormat },
  ): string => {
    const id = ulid(clock.now(), random);
    const order = { ledger, filter, format, target: path, partial: partialPath(path, id), replace };
    const name = basename(path);
    const none = { rows: 0, total: null, failure: null };
    const first: ReportProgress = { id, format, name, state: 'counting', ...none };
    note.write(order.partial);
    show(first);
    running = startExportThread(order, clock.now(), (step) => show({ ...first, ...step }));
    void running.ended.then((end) => ended(first, end));
    logger.info('report-started', { format });
    return id;
  };

  return {
    async allow(path, format) {
      if (!isAbsolute(path) || !path.toLowerCase().endsWith(`.${format}`)) return err('not-writable');
      const against = await objection(path, false);
      if (against !== null && against !== 'exists') return err('not-writable');
      const file = ulid(clock.now(), random);
      chosen.set(file, { path, format });
      for (const old of [...chosen.keys()].slice(0, -MOST_CHOSEN)) chosen.delete(old);
      return ok({ file, name: basename(path), exists: against === 'exists' });
    },
    async start(request) {
      const file = chosen.get(request.file);
      if (file === undefined || !isReport(file)) return err('not-found');
      if (running !== null || starting) return err('busy');
      starting = true;
      try {
        await sweepPartials(dirname(file.path));
        const against = await objection(file.path, request.replace);
        if (against !== null) return err(against);
        chosen.delete(request.file);
        return ok(begin(request, file));
      } finally {
        starting = false;
      }
    },
    async writeData(token, replace, text) {
      const file = chosen.get(token);
      if (file?.format !== 'json') return err('not-found');
      const against = await objection(file.path, replace);
      if (against !== null) return err(against);
      chosen.delete(token);
      return writeDataFile(file.path, ulid(clock.now(), random), replace, text);
    },
    async cancel(id) {
      if (running === null || progress?.id !== id) return false;
      running.cancel();
      return (await running.ended).kind === 'cancelled';
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(progress);
      return () => void listeners.delete(listener);
    },
    makeWay: () => running?.makeWay(),
    async stop() {
      running?.cancel();
      await running?.ended;
    },
  };
}
