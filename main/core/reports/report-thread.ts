import { parentPort, type Worker } from 'node:worker_threads';
import { openReadOnly } from '../ledger/open-database.ts';
import { defineThread } from '../threads/define-thread.ts';
import { answer, type Answers, type Question } from './queries.ts';

type Reply =
  { readonly no: number; readonly value: unknown } | { readonly no: number; readonly failure: string };

/**
 * Asks the ledger's file on a connection that cannot write, in a thread of its own: however long an answer takes, no
 * charge waits for it. The thread begins with the first question.
 */
export interface Reports {
  /** Rejects when the file cannot be read, or when it is closed meanwhile. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['kind']]>;
  close(): Promise<void>;
}

export function createReports(file: string): Reports {
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
    // The till ends when its own work is done, and a question that nobody waits for is none.
    begun.unref();
    begun.on('message', (reply: Reply) => {
      const question = waiting.get(reply.no);
      waiting.delete(reply.no);
      if (waiting.size === 0) begun.unref();
      if ('failure' in reply) question?.reject(new Error(reply.failure));
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
      const ending = worker;
      end(new Error('the reports were closed'));
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
      reply = { no, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    parentPort?.postMessage(reply);
  });
}

const thread = defineThread(import.meta.url, 'reports', answerHere);
