import type { ImageProcessor } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';
import type { ImageAnswer, ImageRequest } from './process.ts';

/** A process that decodes pictures; how it is started is the host's business. */
export interface ImageChild {
  send(request: ImageRequest): void;
  onAnswer(listener: (answer: ImageAnswer) => void): void;
  kill(): void;
}

/** Starts the process, whose owner hears how it ended; null when it cannot be started. */
type Start = (ended: (error: Error | null) => void) => ImageChild | null;

const TIMEOUT_MS = 20_000;
const IDLE_MS = 60_000;

/** Decodes pictures in a process of their own, which is ended when it hangs and when it is not needed. */
export function imagesIn(start: Start): ImageProcessor {
  let child: ImageChild | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;
  const waiting = new Map<number, (answer: ImageAnswer) => void>();

  const stop = () => {
    child?.kill();
    child = null;
  };
  /** It died of a picture, or could not be started at all. */
  const failAll = (error: Error | null) => {
    for (const [id, settle] of waiting) settle({ id, problem: error ? 'notNow' : 'damaged' });
  };
  const running = (): ImageChild | null => {
    if (child) return child;
    const started = start((error) => {
      if (child === started) child = null;
      failAll(error);
    });
    started?.onAnswer((answer) => waiting.get(answer.id)?.(answer));
    child = started;
    return started;
  };
  const ask = (request: Omit<ImageRequest, 'id'>) =>
    new Promise<ImageAnswer>((resolve) => {
      const id = ++lastId;
      const hung = setTimeout(stop, TIMEOUT_MS);
      waiting.set(id, (answer) => {
        clearTimeout(hung);
        waiting.delete(id);
        resolve(answer);
      });
      running()?.send({ id, ...request });
    });

  const sizesOf = async (request: Omit<ImageRequest, 'id'>) => {
    clearTimeout(idle);
    const answer = await ask(request);
    idle = setTimeout(stop, IDLE_MS);
    idle.unref();
    if ('problem' in answer) throw refusalOf(answer.problem);
    const { width, height } = answer;
    return { large: Buffer.from(answer.large), small: Buffer.from(answer.small), width, height };
  };

  return {
    async square(file, crop) {
      const { large, small } = await sizesOf({ shape: 'square', file, ...(crop ? { crop } : {}) });
      return { large, small };
    },
    whole: (file) => sizesOf({ shape: 'whole', file }),
  };
}

function refusalOf(problem: Extract<ImageAnswer, { problem: unknown }>['problem']): Refusal {
  if (problem === 'notNow') return new Refusal('BUSY', { sentence: { key: 'errors.photoNotNow' } });
  if (problem === 'tooManyPixels')
    return new Refusal('TOO_LARGE', { sentence: { key: 'errors.photoTooManyPixels', params: { limit: 40 } } });
  return new Refusal('UNSUPPORTED_FILE', {
    sentence: { key: problem === 'notPicture' ? 'errors.photoNotPicture' : 'errors.photoDamaged' },
  });
}
