import { fork } from 'node:child_process';
import { siblingEntry } from '#main/root.ts';
import { imagesIn } from './index.ts';

/** The image process as a forked child of Node. */
export const nodeImages = imagesIn(() => {
  const child = fork(siblingEntry('adapters/images/process'), { serialization: 'advanced', stdio: 'ignore' });
  return {
    send: (request) => void child.send(request),
    onAnswer: (listener) => void child.on('message', listener as (message: unknown) => void),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
});
