import { fork } from 'node:child_process';
import { siblingEntry } from '#main/root.ts';
import type { ImageChild } from './decoder.ts';
import { imagesIn } from './index.ts';

/** Starts the image process as a forked child of Node. */
export function forkImages(): ImageChild {
  const child = fork(siblingEntry('adapters/images/process'), { serialization: 'advanced', stdio: 'ignore' });
  return {
    send: (request) => void child.send(request),
    onAnswer: (listener) => void child.on('message', listener as (message: unknown) => void),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}

export const nodeImages = imagesIn(forkImages);
