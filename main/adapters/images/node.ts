import { fork } from 'node:child_process';
import { siblingEntry } from '#main/root.ts';
import { owned } from '../owned.ts';
import type { StartImages } from './decoder.ts';
import { imagesIn } from './index.ts';

/** Starts the image process as a forked child of Node. */
export const forkImages: StartImages = (ended) => {
  const start = () => fork(siblingEntry('adapters/images/process'), { serialization: 'advanced', stdio: 'ignore' });
  const child = owned(start, ended);
  return (
    child && {
      // One that could not be started has no channel; its owner hears of that in a moment.
      send: (request) => void (child.connected && child.send(request)),
      onAnswer: (listener) => void child.on('message', listener as (message: unknown) => void),
      kill: () => void child.kill('SIGKILL'),
    }
  );
};

export const nodeImages = imagesIn(forkImages);
