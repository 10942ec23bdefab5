import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { codeOf, hire, PASSWORD, setRules, signedIn, userForm } from '#test/support/staff.ts';

/** Letters that look like others, or like nothing. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

const COMPOSED = 'Zo\u00eb';
const DECOMPOSED = 'Zoe\u0308';
/** Turn the direction of what follows: `evil<turn>gnp.exe` reads `evilexe.png`. */
const REVERSING = ['\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u202c', '\u2069'];
const CONTROLLING = ['\u0000', '\u0007', '\u001b', '\u007f', '\u0085'];
/** Take no room at all: two names that look the same would not be. */
const HIDDEN = ['\u00ad', '\u200b', '\u2060', '\u2063', '\ufeff', '\u180e'];

describe('a name', () => {
  it('is kept composed, however it was typed, and found either way', async () => {
    const made = await addPatient(clinic.admin, { givenName: DECOMPOSED, notes: `${DECOMPOSED}\nline` });
    expect(made).toMatchObject({ givenName: COMPOSED, notes: `${COMPOSED}\nline` });
    expect(await addDoctor(clinic.admin, { givenName: DECOMPOSED })).toMatchObject({ givenName: COMPOSED });
    for (const text of [COMPOSED, DECOMPOSED])
      expect((await clinic.admin.patients.search({ text })).rows).toMatchObject([{ id: made.id }]);
  });

  it.each([...REVERSING, ...CONTROLLING])('with %j in it is refused, in lines and notes', async (mark) => {
    const given = `Al${mark}ice`;
    for (const part of [{ givenName: given }, { familyName: given }, { city: given }, { notes: given }]) {
      const path = `patient.${Object.keys(part)[0]}`;
      await expect(addPatient(clinic.admin, part)).rejects.toMatchObject({
        code: 'VALIDATION',
        data: { fields: [{ path, key: 'validation.unprintable' }] },
      });
    }
    expect(await codeOf(addDoctor(clinic.admin, { familyName: given }))).toBe('VALIDATION');
  });

  it.each(HIDDEN)('loses %j, which nobody sees, so that it is the name it looks like', async (mark) => {
    const made = await addPatient(clinic.admin, { givenName: `${mark}Al${mark}ice`, notes: `a${mark}b\nc` });
    expect(made).toMatchObject({ givenName: 'Alice', notes: 'ab\nc' });
    expect((await clinic.admin.patients.search({ text: 'alice' })).rows).toHaveLength(1);
    expect(await codeOf(addPatient(clinic.admin, { familyName: mark.repeat(3) }))).toBe('VALIDATION');
  });

  it('keeps what joins and parts letters in the scripts that are written so', async () => {
    for (const givenName of ['می\u200cخواهم', 'क्\u200dष'])
      expect(await addPatient(clinic.admin, { givenName })).toMatchObject({ givenName });
  });
});

describe('a username', () => {
  it('is the same however it is typed: composed or not, large or small, wide or narrow', async () => {
    const zoe = await hire(clinic, `${COMPOSED}.k1`.toLowerCase());
    for (const typed of [`${DECOMPOSED}.k1`, 'ZOË.K1', 'zoë.ｋ１', ' zoë.k1 ']) {
      expect((await signedIn(clinic.backend, typed)).station.sessionId).not.toBeNull();
      const form = userForm(typed.trim());
      await expect(clinic.admin.users.create({ user: form })).rejects.toMatchObject({ code: 'VALIDATION' });
    }
    expect(zoe.username).toBe('zoë.k1');
  });

  it.each([...REVERSING, ...CONTROLLING, '\u200c', '\u200d', '\u200e', '\u0301\u0301', ' ', '/', '<'])(
    'with %j in it is refused',
    async (mark) => {
      const user = { ...userForm('alice'), username: `al${mark}ice` };
      const refused = { path: 'user.username', key: expect.any(String) };
      await expect(clinic.admin.users.create({ user })).rejects.toMatchObject({
        code: 'VALIDATION',
        data: { fields: expect.arrayContaining([refused]) },
      });
    },
  );

  it.each(HIDDEN)('cannot be taken again by adding %j to it', async (mark) => {
    await setRules(clinic.admin, { registration: { policy: 'open', groupId: null } });
    const { client } = clinic.backend.station();
    const names = { givenName: 'False', familyName: 'Ada', password: PASSWORD };
    await expect(client.accounts.register({ ...names, username: `ad${mark}a` })).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: [{ path: 'username', key: 'validation.usernameTaken' }] },
    });
    expect((await clinic.admin.users.list({ status: 'all' })).rows).toHaveLength(1);
  });
});
