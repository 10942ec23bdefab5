import type { ImageAnswer, ImageRequest } from './process.ts';

/** A process that decodes pictures; how it is started is the host's business. */
export interface ImageChild {
  send(request: ImageRequest): void;
  onAnswer(listener: (answer: ImageAnswer) => void): void;
  kill(): void;
}

/** Starts the process, whose owner hears how it ended; null when it cannot be started. */
export type StartImages = (ended: (error: Error | null) => void) => ImageChild | null;

export type ImageTask = Omit<ImageRequest, 'id'>;

/** One image process with the pictures it still owes an answer for; the death of another one is none of their business. */
export interface Decoder {
  /** What came of a picture; `damaged` when the process ends over it, `notNow` when it could not be started or was ended. */
  ask(task: ImageTask): Promise<ImageAnswer>;
  readonly isIdle: boolean;
  /** It has ended, and takes nothing more. */
  readonly isOver: boolean;
  end(): void;
}

export function startDecoder(start: StartImages): Decoder {
  let lastId = 0;
  let over: 'damaged' | 'notNow' | null = null;
  const waiting = new Map<number, (answer: ImageAnswer) => void>();
  const answered = (answer: ImageAnswer) => {
    const settle = waiting.get(answer.id);
    waiting.delete(answer.id);
    settle?.(answer);
  };
  const child = start((error) => {
    over = error ? 'notNow' : 'damaged';
    for (const id of [...waiting.keys()]) answered({ id, problem: over });
  });
  child?.onAnswer(answered);
  return {
    ask: (task) =>
      new Promise((resolve) => {
        const id = ++lastId;
        waiting.set(id, resolve);
        if (over) answered({ id, problem: over });
        else child?.send({ id, ...task });
      }),
    get isIdle() {
      return waiting.size === 0;
    },
    get isOver() {
      return over !== null;
    },
    end: () => child?.kill(),
  };
}
