import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import type { FromRater, Rating, ToRater } from './passwordRater.ts';
import { substanceOf } from './passwordSubstance.ts';

/** The body of the thread that rates passwords, with zxcvbn and its dictionaries. */

const zxcvbn = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs });

const { qwerty, qwertz, azerty, keypad } = adjacencyGraphs;
const layouts = [qwerty, qwertz, azerty, keypad];

parentPort?.on('message', ({ id, password, about }: ToRater) => {
  const answer: FromRater = { id, rating: rate(password, about) };
  parentPort?.postMessage(answer);
});

/** As good as the password, and no better than what is its own. */
function rate(password: string, about: string[]): Rating {
  const { own, weakness } = substanceOf(password, about, layouts);
  const scores = [password, own].map((text) => zxcvbn.check(text, about).score);
  return { score: Math.min(...scores), own: [...own].length, weakness };
}
