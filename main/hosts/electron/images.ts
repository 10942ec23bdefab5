import { utilityProcess } from 'electron';
import { imagesIn } from '#main/adapters/images/index.ts';
import { siblingEntry } from '#main/root.ts';

/** The image process as Electron's utility process, which needs no Node mode of the executable. */
export const electronImages = imagesIn(() => {
  const child = utilityProcess.fork(siblingEntry('adapters/images/process'), [], {
    serviceName: 'Clinic Desk images',
    stdio: 'ignore',
  });
  return {
    send: (request) => child.postMessage(request),
    onAnswer: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
});
