import { parentPort, type Worker } from 'node:worker_threads';
import { openReadOnly } from '../ledger/open-database.ts';
import { defineThread } from '../threads/define-thread.ts';
import { answer, type Answers, type Question } from './questions.ts';

type Reply =
  | { readonly no: number; readonly value: unknown }
  /** A copy of an error loses its code, which tells a fault of the disk from a bug. */
  | { readonly no: number; readonly failure: string; readonly code: unknown };

/**
 * Answers questions about the ledger file in a thread with a connection that cannot write. However long an answer takes, it does
 * not delay a charge. The first question starts the thread.
 */
export interface Search {
  /** Rejects if the file cannot be read. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['kind']]>;
  /** Ends the thread after the answers to the questions that wait. */
  close(): Promise<void>;
}

/** Creates the search of one ledger file. */
export function createSearch(file: string): Search {
  let worker: Worker | null = null;
  let asked = 0;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();

  const end = (reason: Error): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  const begin = (): Worker => {
    const begun = thread.start({ file });
    // The thread keeps the process alive only while a question waits.
    begun.unref();
    begun.on('message', (reply: Reply) => {
      const question = waiting.get(reply.no);
      waiting.delete(reply.no);
      if (waiting.size === 0) begun.unref();
      if ('failure' in reply) question?.reject(Object.assign(new Error(reply.failure), { code: reply.code }));
      else question?.resolve(reply.value);
    });
    begun.once('error', end);
    return begun;
  };

  return {
    ask(question) {
      worker ??= begin();
      worker.ref();
      asked += 1;
      const pending = Promise.withResolvers<unknown>();
      waiting.set(asked, pending);
      worker.postMessage({ no: asked, question });
      return pending.promise as Promise<never>;
    },
    async close() {
      await Promise.allSettled(Array.from(waiting.values(), ({ promise }) => promise));
      const ending = worker;
      worker = null;
      ending?.removeAllListeners();
      await ending?.terminate();
    },
  };
}

function answerHere({ file }: { readonly file: string }): void {
  const db = openReadOnly(file);
  parentPort?.on('message', ({ no, question }: { no: number; question: Question }) => {
    let reply: Reply;
    try {
      reply = { no, value: answer(db, question) };
    } catch (error) {
      const { stack, message, code } = error as Error & { code?: unknown };
      reply = { no, failure: stack ?? message, code };
    }
    parentPort?.postMessage(reply);
  });
}

const thread = defineThread(import.meta.url, 'search', answerHere);
