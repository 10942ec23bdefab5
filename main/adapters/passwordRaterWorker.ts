import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import type { FromRater, ToRater } from './passwordRater.ts';

/** The body of the thread that rates passwords, with zxcvbn and its dictionaries. */

const zxcvbn = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs });

parentPort?.on('message', ({ id, password, about }: ToRater) => {
  const answer: FromRater = { id, score: zxcvbn.check(password, about).score };
  parentPort?.postMessage(answer);
});
