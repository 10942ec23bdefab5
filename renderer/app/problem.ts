import { ORPCError } from '@orpc/client';
import type { ErrorCode, ErrorData, Sentence } from '#contract/ground/errors.ts';
import { ConnectionLostError, NotConnectedError } from '../connection.ts';
import { hasText, say } from './i18n.ts';

/** An error as the page shows it. */
export interface Problem extends Partial<ErrorData> {
  code: ErrorCode | 'NOT_CONNECTED';
  /** What happened and what to do, in words. */
  text: string;
}

/** `WRONG_CREDENTIALS` → `errors.wrongCredentials`. */
function keyOf(code: string): string {
  const words = code.toLowerCase().split('_');
  return `errors.${words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('')}`;
}

/** A sentence of main in words; undefined when this version does not know it. */
export function sentenceText(sentence: Sentence | undefined): string | undefined {
  return sentence && hasText(sentence.key, sentence.params) ? say(sentence.key, sentence.params) : undefined;
}

function dataOf(error: ORPCError<string, unknown>): Partial<ErrorData> {
  return typeof error.data === 'object' && error.data !== null ? error.data : {};
}

/** Makes any thrown thing presentable. */
export function problemOf(error: unknown): Problem {
  if (error instanceof NotConnectedError) return { code: 'NOT_CONNECTED', text: say('errors.notConnected') };
  if (error instanceof ConnectionLostError) return { code: 'NOT_CONNECTED', text: say('errors.connectionLost') };
  // No answer of main's: whatever was asked for may have been done.
  if (!(error instanceof ORPCError)) return { code: 'UNKNOWN_OUTCOME', text: say('errors.answerLost') };
  const data = dataOf(error);
  const key = keyOf(error.code);
  const generic = say(hasText(key) ? key : 'errors.internal', { seconds: data.retryAfter ?? 0 });
  return { ...data, code: error.code as ErrorCode, text: sentenceText(data.sentence) ?? generic };
}

const PASSING: readonly Problem['code'][] = [
  'NOT_CONNECTED',
  'UNKNOWN_OUTCOME',
  'STORAGE',
  'DISK_FULL',
  'BUSY',
  'MAINTENANCE',
  'INTERNAL',
];

/** The same may succeed a little later. */
export const mayPass = ({ code }: Problem): boolean => PASSING.includes(code);

/** True when a call failed with this code. */
export function failedWith(error: unknown, code: ErrorCode): boolean {
  return error instanceof ORPCError && error.code === code;
}

const OF_THE_STATION: readonly string[] = ['UNAUTHENTICATED', 'LOCKED', 'PASSWORD_CHANGE_REQUIRED'];

/** Main answered, and would answer the same whoever is signed in and however the line is. */
export function isRefusedForGood(error: unknown): boolean {
  return error instanceof ORPCError && !OF_THE_STATION.includes(error.code);
}
