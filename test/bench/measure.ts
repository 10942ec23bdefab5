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
  ours(round: number): Promise<unknown>;
  bare(round: number): unknown;
}

/** Runs both halves of a case in turns, so that both meet the same machine, after a few rounds that do not count. */
export async function measure({ rounds, ours, bare }: Case): Promise<Figures> {
  const [own, least]: [number[], number[]] = [[], []];
  const warmUp = Math.min(20, Math.ceil(rounds / 5));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    // As between two calls of people, so that what one call blocks can be seen.
    await breathe();
    const startBare = performance.now();
    await bare(round);
    const startOurs = performance.now();
    await ours(round);
    const end = performance.now();
    if (round < warmUp) continue;
    least.push(startOurs - startBare);
    own.push(end - startOurs);
  }
  return figures(own, least);
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
