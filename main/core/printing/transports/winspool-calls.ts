import type koffi from 'koffi';
import type { KoffiFunc } from 'koffi';

/** A handle of the spooler. */
export type Handle = bigint;

/** Calls of the spooler. Each one holds its thread until the spooler answers, which can be never. */
export interface Winspool {
  /** Opens a queue. Null if that fails; lastError() has the reason. */
  open(queue: string): Handle | null;
  close(handle: Handle): void;
  lastError(): number;
  /** Returns the names of the queues of this machine, and of the network printers that it is connected to. */
  names(): string[];
  /** Returns PRINTER_STATUS_* bits. Null if that fails; lastError() has the reason. */
  status(handle: Handle): number | null;
  /** Returns PRINTER_ATTRIBUTE_* bits. 0 if that fails. */
  attributes(handle: Handle): number;
  /** Begins a job. Returns its number, or 0 if the spooler takes none. */
  startDocument(handle: Handle, title: string): number;
  /** Returns the number of bytes that the spooler took. */
  write(handle: Handle, bytes: Uint8Array): number;
  endDocument(handle: Handle): boolean;
  /** Returns JOB_STATUS_* bits. Null if that fails; lastError() says whether the job is not there any more. */
  jobStatus(handle: Handle, job: number): number | null;
  deleteJob(handle: Handle, job: number): void;
}

const ENUM_LOCAL_AND_CONNECTIONS = 0x2 | 0x4;
const JOB_CONTROL_DELETE = 5;

/** Loads Windows' spooler (winspool.drv; signatures as in Microsoft's Print Spooler API reference). */
export async function loadWinspool(): Promise<Winspool> {
  const { default: native } = await import('koffi');
  const { layouts, ...calls } = bindCalls(native);
  return {
    open(queue) {
      const handle: (Handle | null)[] = [null];
      return calls.openPrinter(queue, handle, null) ? (handle[0] ?? null) : null;
    },
    close: (handle) => void calls.closePrinter(handle),
    lastError: () => calls.getLastError(),
    names() {
      const count = [0];
      const data = filled((buffer, needed) =>
        calls.enumPrinters(ENUM_LOCAL_AND_CONNECTIONS, null, 4, buffer, buffer.length, needed, count),
      );
      if (data === null) throw new Error(`EnumPrinters failed: ${calls.getLastError()}`);
      if (data.length === 0) return [];
      const infos: unknown = native.decode(data, native.array(layouts.printer, count[0] ?? 0));
      return (infos as readonly { pPrinterName: string }[]).map((info) => info.pPrinterName);
    },
    status(handle) {
      const data = filled((buffer, needed) => calls.getPrinter(handle, 6, buffer, buffer.length, needed));
      return data?.readUInt32LE(0) ?? null;
    },
    attributes(handle) {
      const data = filled((buffer, needed) => calls.getPrinter(handle, 4, buffer, buffer.length, needed));
      if (data === null) return 0;
      const info: unknown = native.decode(data, layouts.printer);
      return (info as { Attributes: number }).Attributes;
    },
    startDocument: (handle, title) =>
      calls.startDoc(handle, 1, { pDocName: title, pOutputFile: null, pDatatype: 'RAW' }),
    write(handle, bytes) {
      const written = [0];
      calls.writePrinter(handle, bytes, bytes.length, written);
      return written[0] ?? 0;
    },
    endDocument: (handle) => calls.endDoc(handle),
    jobStatus(handle, job) {
      const data = filled((buffer, needed) => calls.getJob(handle, job, 1, buffer, buffer.length, needed));
      if (data === null) return null;
      const info: unknown = native.decode(data, layouts.job);
      return (info as { Status: number }).Status;
    },
    deleteJob: (handle, job) => void calls.setJob(handle, job, 0, null, JOB_CONTROL_DELETE),
  };
}

/** Declares the used functions of the library and the layout of their answers. */
function bindCalls({ load, struct, array, pointer }: typeof koffi) {
  const library = load('winspool.drv');
  const docInfo1 = struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const info4 = struct({
    pPrinterName: 'str16',
    pServerName: 'str16',
    Attributes: 'uint32',
  });
  const jobInfo1 = struct({
    JobId: 'uint32',
    texts: array('void *', 6),
    Status: 'uint32',
  });
  /** Binds a function of the library. The caller knows its types. */
  const bind = <T extends (...args: never[]) => unknown>(prototype: string): KoffiFunc<T> =>
    library.func(prototype) as unknown as KoffiFunc<T>;
  const sized = 'uint8 *data, uint32 size, _Out_ uint32 *needed';
  const openPrinter = bind<(name: string, handle: (Handle | null)[], defaults: null) => boolean>(
    'bool __stdcall OpenPrinterW(str16 name, _Out_ void **handle, void *defaults)',
  );
  const closePrinter = bind<(handle: Handle) => boolean>('bool __stdcall ClosePrinter(void *handle)');
  const enumPrinters = bind<
    (
      flags: number,
      name: null,
      level: number,
      data: Buffer,
      size: number,
      needed: number[],
      count: number[],
    ) => boolean
  >(`bool __stdcall EnumPrintersW(uint32 flags, str16 name, uint32 level, ${sized}, _Out_ uint32 *count)`);
  const getPrinter = bind<
    (h: Handle, level: number, data: Buffer, size: number, needed: number[]) => boolean
  >(`bool __stdcall GetPrinterW(void *handle, uint32 level, ${sized})`);
  const startDoc = library.func('__stdcall', 'StartDocPrinterW', 'uint32', [
    'void *',
    'uint32',
    pointer(docInfo1),
  ]) as unknown as (handle: Handle, level: number, info: Record<string, string | null>) => number;
  const endDoc = bind<(handle: Handle) => boolean>('bool __stdcall EndDocPrinter(void *handle)');
  const writePrinter = bind<(handle: Handle, bytes: Uint8Array, size: number, written: number[]) => boolean>(
    'bool __stdcall WritePrinter(void *handle, const uint8 *data, uint32 size, _Out_ uint32 *written)',
  );
  const getJob = bind<
    (h: Handle, job: number, level: number, data: Buffer, size: number, needed: number[]) => boolean
  >(`bool __stdcall GetJobW(void *handle, uint32 job, uint32 level, ${sized})`);
  const setJob = bind<(h: Handle, job: number, level: number, data: null, command: number) => boolean>(
    'bool __stdcall SetJobW(void *handle, uint32 job, uint32 level, uint8 *data, uint32 command)',
  );
  const getLastError = load('kernel32.dll').func(
    'uint32 __stdcall GetLastError()',
  ) as unknown as () => number;
  return {
    layouts: { printer: info4, job: jobInfo1 },
    openPrinter,
    closePrinter,
    enumPrinters,
    getPrinter,
    startDoc,
    endDoc,
    writePrinter,
    getJob,
    setJob,
    getLastError,
  };
}

/** Calls twice, as these functions require: for the size, and for the data. Null if the second call fails. */
function filled(call: (buffer: Buffer, needed: number[]) => boolean): Buffer | null {
  const needed = [0];
  call(Buffer.alloc(0), needed);
  const buffer = Buffer.alloc(needed[0] ?? 0);
  return call(buffer, needed) ? buffer : null;
}
