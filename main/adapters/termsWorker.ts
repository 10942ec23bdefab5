import { parentPort, workerData } from 'node:worker_threads';
import { openRemaker } from '#db/index.ts';

/** The body of the thread that makes search terms anew: a piece each time it is asked. */

const { file, key } = workerData as { file: string; key: Uint8Array };
const remaker = openRemaker(file, Buffer.from(key));

parentPort?.on('message', (message: 'step' | 'stop') => {
  if (message === 'step') return parentPort?.postMessage(remaker.step());
  remaker.close();
  parentPort?.close();
});
