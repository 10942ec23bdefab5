/** Run as a program of its own, to be killed: saves drafts and fails to sign in, and says after each that it is on disk. */
import { openBackend } from '#main/cli/openBackend.ts';
import { newStation } from '#main/services/stations.ts';
import { codeOf } from './staff.ts';

const { backend } = await openBackend(process.argv[2]);
const client = backend.clientFor({ id: 'typing', station: newStation('typing', 'desk') });
const guess = backend.clientFor({ id: 'guessing', station: newStation('guessing', 'desk') });
const [username = '', password = ''] = process.argv.slice(3);
const REFUSED = ['WRONG_CREDENTIALS', 'TOO_MANY_ATTEMPTS'];
await client.accounts.signIn({ username, password });
for (let letters = 1; ; letters += 1) {
  await client.drafts.save({ formKey: 'patient/new', data: { notes: 'x'.repeat(letters) } });
  const guessed = await codeOf(guess.accounts.signIn({ username: 'somebody', password: 'wrong' }));
  if (!REFUSED.includes(guessed)) throw new Error(`a wrong password was answered ${guessed}`);
  process.stdout.write(`${letters}\n`);
}
