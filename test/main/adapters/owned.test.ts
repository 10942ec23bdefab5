import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, vi } from 'vitest';
import { type Kept, keptRunning, owned } from '#main/adapters/owned.ts';
import { programRoot } from '#main/root.ts';

const thread = (code: string) => () => new Worker(code, { eval: true });
const endOf = (start: () => Worker) => new Promise<Error | null>((resolve) => owned(start, resolve));

it('hears how a thread ended: by itself, of an error, or before it began', async () => {
  expect(await endOf(thread('0'))).toBeNull();
  expect(await endOf(thread('throw new Error("of its own")'))).toMatchObject({ message: 'of its own' });
  const never = () => {
    throw new Error('no room');
  };
  expect(await endOf(never)).toMatchObject({ message: 'no room' });
});

it('starts again what ends, ever later, until it is released', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const waits: number[] = [];
  let kept: Kept<Worker> | undefined;
  await new Promise<void>((resolve) => {
    kept = keptRunning(thread('throw new Error("again")'), (error, nextInMs) => {
      expect(error?.message).toBe('again');
      waits.push(nextInMs);
      if (waits.length === 3) resolve();
      else queueMicrotask(() => vi.advanceTimersByTime(nextInMs));
    });
  });
  kept?.release();
  expect(waits).toEqual([1_000, 2_000, 4_000]);
  vi.advanceTimersByTime(60_000);
  expect(kept?.current).toBeNull();
  vi.useRealTimers();
});

it('owns every thread and process of main', () => {
  const files = readdirSync(join(programRoot, 'main'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const starting = files.filter((file) => /new Worker\(|\bfork\(|\bspawn\(/.test(readFileSync(file, 'utf8')));
  const ownerless = starting.filter((file) => !readFileSync(file, 'utf8').includes('owned.ts'));
  expect(starting.length).toBeGreaterThan(5);
  expect(ownerless.map((file) => relative(programRoot, file))).toEqual([]);
});
