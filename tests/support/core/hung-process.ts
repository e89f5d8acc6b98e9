import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import koffi from 'koffi';
import { endProcess } from '../../../main/core/boot/end-process.ts';

/**
 * A process with a thread that hangs in a call into the system, as in a print service that never answers. It ends itself.
 */
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.once('message', () => endProcess(0, true));
} else {
  parentPort?.postMessage('about to hang');
  if (process.platform === 'win32') {
    koffi.load('kernel32.dll').func('void __stdcall Sleep(uint32 ms)')(0xffff_ffff);
  } else {
    koffi.load(null).func('int pause()')();
  }
}
