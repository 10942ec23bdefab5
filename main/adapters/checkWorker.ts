import { parentPort, workerData } from 'node:worker_threads';
import { inspectDatabase } from '#db/index.ts';
import type { CheckSetup, FromChecker } from './checker.ts';

/** The body of the thread that looks through the whole database, which takes seconds and would hold everybody up. */

const { file, key, migrations } = workerData as CheckSetup;
const say = (message: FromChecker) => parentPort?.postMessage(message);

say({ found: inspectDatabase(file, Buffer.from(key), migrations, (looked) => say({ looked })) });
