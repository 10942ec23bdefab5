import { Worker } from 'node:worker_threads';
import { siblingEntry } from '#main/root.ts';
import { owned } from './owned.ts';
import type { Weakness } from './passwordSubstance.ts';

/** A question to the thread and its answer, by number. */
export interface ToRater {
  id: number;
  password: string;
  about: string[];
}
export interface FromRater {
  id: number;
  rating: Rating;
}

export interface Rating {
  /** How hard it is to guess, 0 to 4. */
  score: number;
  /** So many of its signs are neither names nor walks along the keyboard nor repetitions. */
  own: number;
  /** What took most of the others. */
  weakness: Weakness | null;
}

/** How good a password is; `about` are words that somebody would try first. Rejects when its thread dies. */
export type Rater = (password: string, about: string[]) => Promise<Rating>;

interface Asker {
  resolve(rating: Rating): void;
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
  worker?.on('message', ({ id, rating }: FromRater) => {
    waiting.get(id)?.resolve(rating);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  return {
    get isOver() {
      return over !== null;
    },
    ask: (password: string, about: string[]) =>
      new Promise<Rating>((resolve, reject) => {
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
