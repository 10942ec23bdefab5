import { Worker } from 'node:worker_threads';
import { siblingEntry } from '#main/root.ts';
import { owned } from './owned.ts';

/** A question to the thread and its answer, by number. */
export interface ToRater {
  id: number;
  password: string;
  about: string[];
}
export interface FromRater {
  id: number;
  score: number;
}

/** How hard a password is to guess, 0 to 4; `about` are words that somebody would try first. Rejects when its thread dies. */
export type Rater = (password: string, about: string[]) => Promise<number>;

interface Asker {
  resolve(score: number): void;
  reject(error: Error): void;
}

/**
 * Rates passwords in a thread of its own, one after the other: a long one takes half a second, for which main would answer
 * nobody. The thread begins with the first question, and another one with the next question after its death.
 */
export function createRater(entry = siblingEntry('adapters/passwordRaterWorker')): Rater {
  let thread: ReturnType<typeof startThread> | undefined;
  return (password, about) => {
    if (!thread || thread.isOver) thread = startThread(entry);
    return thread.ask(password, about);
  };
}

function startThread(entry: string) {
  const waiting = new Map<number, Asker>();
  let asked = 0;
  let over: Error | null = null;
  const worker = owned(
    () => new Worker(entry),
    (error) => {
      over = error ?? new Error('the thread that rates passwords has ended');
      for (const asker of waiting.values()) asker.reject(over);
      waiting.clear();
    },
  );
  // Only an open question keeps the program running.
  worker?.unref();
  worker?.on('message', ({ id, score }: FromRater) => {
    waiting.get(id)?.resolve(score);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  return {
    get isOver() {
      return over !== null;
    },
    ask: (password: string, about: string[]) =>
      new Promise<number>((resolve, reject) => {
        if (over) return reject(over);
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker?.ref();
        worker?.postMessage({ id: asked, password, about } satisfies ToRater);
      }),
  };
}

/** The one of this process. */
export const ratePassword = createRater();
