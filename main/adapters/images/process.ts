import type { Square } from '#main/ports.ts';
import { ImageError, squarePhoto } from './square.ts';

/** The body of the image process: a stranger's bytes are decoded here, away from the clinic's data. */

export interface ImageRequest {
  id: number;
  file: Uint8Array;
  crop?: Square;
}

export type ImageAnswer =
  | { id: number; large: Uint8Array; small: Uint8Array }
  | { id: number; problem: ImageError['problem'] };

interface ParentPort {
  on(name: 'message', listener: (event: { data: ImageRequest }) => void): void;
  postMessage(answer: ImageAnswer): void;
}

// Under Electron the parent is reached through `parentPort`, under Node through the channel of a forked child.
const { parentPort } = process as typeof process & { parentPort?: ParentPort };

async function answer(request: ImageRequest): Promise<ImageAnswer> {
  try {
    return { id: request.id, ...(await squarePhoto(Buffer.from(request.file), request.crop)) };
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
