import { os } from '@orpc/server';
import { Refusal } from '#main/refusal.ts';
import type { CallContext } from '../call/context.ts';

const MOST_DEPTH = 24;
const MOST_NODES = 50_000;
const LONGEST_TEXT = 1_000_000;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Step 10: the shape of the input is within bounds before any schema looks at it; then the schema, the handler, the schema of the answer. */
export const input = os.$context<CallContext>().middleware(async ({ next }, value) => {
  checkShape(value);
  return next();
});

/** Refuses what is too deep, too large, or carries keys that could reach an object's prototype. Walks without recursion. */
export function checkShape(value: unknown): void {
  const queue: Array<{ value: unknown; depth: number }> = [{ value, depth: 0 }];
  let nodes = 0;
  for (let next = queue.pop(); next; next = queue.pop()) {
    nodes += 1;
    if (nodes > MOST_NODES || next.depth > MOST_DEPTH) throw new Refusal('TOO_LARGE');
    if (typeof next.value === 'string' && next.value.length > LONGEST_TEXT) throw new Refusal('TOO_LARGE');
    if (typeof next.value !== 'object' || next.value === null || next.value instanceof Blob) continue;
    for (const key of Object.keys(next.value)) {
      if (FORBIDDEN.has(key)) throw new Refusal('VALIDATION', { fields: [{ path: key, key: 'validation.invalid' }] });
      queue.push({ value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1 });
    }
  }
}
