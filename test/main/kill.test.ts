import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInThrottle } from '#db/schema/index.ts';
import { argon2Hasher } from '#main/adapters/hasher.ts';
import { openBackend } from '#main/cli/openBackend.ts';
import { programRoot } from '#main/root.ts';
import { newStation } from '#main/services/stations.ts';
import { ADMINISTRATOR } from '#test/support/backend.ts';

const { username, password } = ADMINISTRATOR;
const folder = mkdtempSync(join(tmpdir(), 'clinic-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Types in a program of its own, and kills that without warning once so many letters are said to be on disk. */
function typeAndDie(letters: number): Promise<number> {
  const args = [join(programRoot, 'test/support/keepTyping.ts'), folder, username, password];
  const child = spawn(process.execPath, args, { cwd: programRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = 0;
  child.stdout.on('data', (text: Buffer) => {
    said = Number(text.toString().trim().split('\n').at(-1));
    if (said >= letters) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.once('close', () => resolve(said)));
}

describe('after a kill without warning', () => {
  let said = 0;
  beforeAll(async () => {
    const { backend, close } = await openBackend(folder);
    const client = backend.clientFor({ id: 'first', station: newStation('first', 'desk') });
    await client.accounts.setup({ clinicName: 'Harbour Street Clinic', administrator: ADMINISTRATOR });
    await close();
    said = await typeAndDie(3);
  }, 30_000);

  it('what was being typed is back, and failures to sign in still count', async () => {
    const { backend, close } = await openBackend(folder);
    const client = backend.clientFor({ id: 'again', station: newStation('again', 'desk') });
    await client.accounts.signIn({ username, password });
    const draft = await client.drafts.get({ formKey: 'patient/new' });
    const { notes = '' } = (draft?.data ?? {}) as { notes?: string };
    expect(notes.length).toBeGreaterThanOrEqual(said);
    const [state] = await backend.services.db.read(async (reader) =>
      reader.select().from(signInThrottle).where(eq(signInThrottle.nameKey, 'password somebody')),
    );
    expect(state?.failures).toBeGreaterThanOrEqual(Math.min(said, 5));
    await close();
  });
});

describe('hashing a password', () => {
  it('leaves the event loop free and has the parameters of the bar', async () => {
    await argon2Hasher.hash('warm');
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    const hash = await argon2Hasher.hash(password);
    clearInterval(timer);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,(t=3,p=4|p=4,t=3)\$/);
    // A hash on this thread would let the loop turn not once; how long it takes is the benchmark's business.
    expect(turns).toBeGreaterThan(2);
  });
});
