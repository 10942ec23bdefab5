import { parentPort, workerData } from 'node:worker_threads';
import { quickFaults } from '#db/index.ts';

/** The body of the thread that looks through the database after an I/O error, before anything is written again. */

const { file, key } = workerData as { file: string; key: Uint8Array };
parentPort?.postMessage(quickFaults(file, Buffer.from(key)));
