import type { Square } from '#main/ports.ts';
import { ImageError } from './open.ts';
import { squarePhoto } from './square.ts';
import { wholePicture } from './whole.ts';

/** The body of the image process: a stranger's bytes are decoded here, away from the clinic's data. */

export interface ImageRequest {
  id: number;
  file: Uint8Array;
  /** Which sizes are wanted: squares of a person, or the whole picture for the library. */
  shape: 'square' | 'whole';
  crop?: Square;
}

export type ImageAnswer =
  | { id: number; large: Uint8Array; small: Uint8Array; width: number; height: number }
  | { id: number; problem: ImageError['problem'] | 'notNow' };

interface ParentPort {
  on(name: 'message', listener: (event: { data: ImageRequest }) => void): void;
  postMessage(answer: ImageAnswer): void;
}

// Under Electron the parent is reached through `parentPort`, under Node through the channel of a forked child.
const { parentPort } = process as typeof process & { parentPort?: ParentPort };

async function answer(request: ImageRequest): Promise<ImageAnswer> {
  try {
    const file = Buffer.from(request.file);
    const sizes = request.shape === 'whole' ? await wholePicture(file) : await squarePhoto(file, request.crop);
    return { id: request.id, ...sizes };
  } catch (error) {
    return { id: request.id, problem: error instanceof ImageError ? error.problem : 'damaged' };
  }
}

if (parentPort) {
  parentPort.on('message', ({ data }) => void answer(data).then((result) => parentPort.postMessage(result)));
} else {
  process.on('message', (request: ImageRequest) => void answer(request).then((result) => process.send?.(result)));
  process.on('disconnect', () => process.exit());
}
