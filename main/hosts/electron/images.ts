import { utilityProcess } from 'electron';
import { imagesIn } from '#main/adapters/images/index.ts';
import { owned } from '#main/adapters/owned.ts';
import { siblingEntry } from '#main/root.ts';

/** The image process as Electron's utility process, which needs no Node mode of the executable. */
export const electronImages = imagesIn((ended) => {
  const options = { serviceName: 'Clinic Desk images', stdio: 'ignore' as const };
  const child = owned(() => utilityProcess.fork(siblingEntry('adapters/images/process'), [], options), ended);
  return (
    child && {
      send: (request) => child.postMessage(request),
      onAnswer: (listener) => void child.on('message', listener),
      kill: () => void child.kill(),
    }
  );
});
