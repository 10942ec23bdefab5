import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRater } from '#main/adapters/passwordRater.ts';

/** A thread that dies of one word and gives any other the score 3. */
function mortalThread(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'clinic-rater-')), 'thread.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ id, password }) => {
       if (password === 'die') process.exit(1);
       parentPort.postMessage({ id, rating: 3 });
     });`,
  );
  return file;
}

it('tells those who wait when its thread dies, and has another one for the next question', async () => {
  const rate = createRater(mortalThread());
  expect(await rate('before', [])).toBe(3);
  const [died, waited] = await Promise.allSettled([rate('die', []), rate('waits behind it', [])]);
  expect([died.status, waited.status]).toEqual(['rejected', 'rejected']);
  expect(await rate('after', [])).toBe(3);
});
