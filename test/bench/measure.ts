import { setImmediate as breathe } from 'node:timers/promises';

/** What one case gave, in milliseconds (or rows per second where its name says so). */
export interface Figures {
  p50: number;
  p95: number;
  bare_p95: number;
  ratio: number;
}

/** One thing that is measured: ours through the whole pipeline, and the least SQLite itself needs for the same rows. */
export interface Case {
  name: string;
  rounds: number;
  /** What people have done before, and what is not measured. */
  prepare?(): Promise<unknown>;
  ours(round: number): Promise<unknown>;
  bare(round: number): unknown;
}

const block = 25;
/** What people use has long been running: its code is compiled and its pages are read. */
const mostWarmUp = 200;

/**
 * Runs both halves of a case in turns of some rounds, so that both meet the same machine, after rounds that do not
 * count. Not round by round: SQLite drops all a connection has cached when another one writes, as nobody does in the app.
 */
export async function measure({ rounds, prepare, ours, bare }: Case): Promise<Figures> {
  const [own, least]: [number[], number[]] = [[], []];
  await prepare?.();
  const warmUp = block * Math.ceil(Math.min(mostWarmUp, rounds) / block);
  for (let from = -warmUp; from < rounds; from += block) {
    const [bareTook, oursTook] = [await timed(bare, warmUp + from), await timed(ours, warmUp + from)];
    if (from < 0) continue;
    least.push(...bareTook);
    own.push(...oursTook);
  }
  return figures(own, least);
}

/** Milliseconds of each round of one block. */
async function timed(work: (round: number) => unknown, from: number): Promise<number[]> {
  const took: number[] = [];
  for (let round = from; round < from + block; round += 1) {
    // As between two calls of people, so that what one call blocks can be seen.
    await breathe();
    const startedAt = performance.now();
    await work(round);
    took.push(performance.now() - startedAt);
  }
  return took;
}

export function figures(ours: number[], bare: number[]): Figures {
  const [p50, p95, bareP95] = [percentile(ours, 0.5), percentile(ours, 0.95), percentile(bare, 0.95)];
  return { p50, p95, bare_p95: bareP95, ratio: round(p95 / bareP95) };
}

export function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
