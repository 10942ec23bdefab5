import { systemClock } from '#main/adapters/clock.ts';
import type { Clock, ImageProcessor } from '#main/ports.ts';
import { Refusal } from '#main/refusal.ts';
import { type Decoder, type ImageTask, type StartImages, startDecoder } from './decoder.ts';
import type { ImageAnswer } from './process.ts';

const TIMEOUT_MS = 20_000;
const IDLE_MS = 60_000;

/** Decodes pictures in a process of their own, which is ended when it hangs and when it is not needed. */
export function imagesIn(start: StartImages, clock: Pick<Clock, 'after'> = systemClock): ImageProcessor {
  let current: Decoder | null = null;
  let stayAwake = () => {};

  const stop = (decoder: Decoder) => {
    if (current === decoder) current = null;
    decoder.end();
  };
  const running = (): Decoder => {
    if (!current || current.isOver) current = startDecoder(start);
    return current;
  };
  const answerOf = async (task: ImageTask): Promise<ImageAnswer> => {
    stayAwake();
    const decoder = running();
    const inTime = clock.after(TIMEOUT_MS, () => stop(decoder));
    const answer = await decoder.ask(task);
    inTime();
    // Only when nothing is left to do, and never twice: a minute that nobody calls off would end the work of the next.
    if (decoder.isIdle) {
      stayAwake();
      stayAwake = clock.after(IDLE_MS, () => stop(decoder));
    }
    return answer;
  };
  const sizesOf = async (task: ImageTask) => {
    const answer = await answerOf(task);
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
