import type { ImageAnswer, ImageRequest } from './process.ts';

/** A process that decodes pictures; how it is started is the host's business. */
export interface ImageChild {
  send(request: ImageRequest): void;
  onAnswer(listener: (answer: ImageAnswer) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export type ImageTask = Omit<ImageRequest, 'id'>;

/** One image process with the pictures it still owes an answer for; the death of another one is none of their business. */
export interface Decoder {
  /** What came of a picture; `damaged` when the process ends over it. */
  ask(task: ImageTask): Promise<ImageAnswer>;
  readonly isIdle: boolean;
  end(): void;
}

export function decoderIn(child: ImageChild): Decoder {
  let lastId = 0;
  const waiting = new Map<number, (answer: ImageAnswer) => void>();
  const answered = (answer: ImageAnswer) => {
    const settle = waiting.get(answer.id);
    waiting.delete(answer.id);
    settle?.(answer);
  };
  child.onAnswer(answered);
  child.onExit(() => {
    for (const id of [...waiting.keys()]) answered({ id, problem: 'damaged' });
  });
  return {
    ask: (task) =>
      new Promise((resolve) => {
        const id = ++lastId;
        waiting.set(id, resolve);
        child.send({ id, ...task });
      }),
    get isIdle() {
      return waiting.size === 0;
    },
    end: () => child.kill(),
  };
}
