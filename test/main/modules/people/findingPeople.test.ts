import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { addPatient } from '#test/support/people.ts';

/** Who is found at a desk, and in which order: the first one is who Enter opens. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeAll(async () => {
  clinic = await startClinic();
  const { admin } = clinic;
  await addPatient(admin, { familyName: 'Abbott', mrn: 'P-004100', phone: '020 8630 0863' });
  await addPatient(admin, { familyName: 'Adams', mrn: 'P-008631', phone: '(863) 555-0199' });
  await addPatient(admin, { familyName: 'Zwick', givenName: 'Ottilie', mrn: 'P-000863', phone: '030 1234999' });
  await addPatient(admin, { familyName: 'Yilmaz', mrn: 'P-000864', contacts: [mobile('+44 7700 900123')] });
  await addPatient(admin, { familyName: 'Hawthorne', givenName: 'Late', deceasedOn: '2020-02-02' });
  const gone = await addPatient(admin, { familyName: 'Hawthorne', givenName: 'Away', mrn: 'P-000900' });
  await admin.patients.archive({ id: gone.id, version: 1 });
  await addPatient(admin, { familyName: 'Young', givenName: 'Hawthorne' });
});
afterAll(() => clinic.backend.close());

const mobile = (value: string) => ({ system: 'phone', use: 'mobile', value }) as const;

async function find(text: string, status?: 'active' | 'archived' | 'all'): Promise<string[]> {
  const { rows } = await clinic.admin.patients.search({ text, ...(status && { filters: { status } }) });
  return rows.map(({ familyName, givenName }) => (familyName === 'Hawthorne' ? givenName : familyName));
}

describe('an MRN that is typed whole comes first', () => {
  const ways = ['863', '000863', '#863', 'P-863', 'p000863', 'P-000863', 'p 863', 'P-00863', 'MRN 863', 'zwick 863'];
  test.each(ways)('as "%s"', async (text) => {
    expect((await find(text)).at(0)).toBe('Zwick');
  });

  it('above longer MRNs and phones, which follow', async () => {
    expect(await find('863')).toEqual(['Zwick', 'Abbott', 'Adams']);
  });

  it('beside a year', async () => {
    expect(await find('1984 863')).toEqual(['Zwick', 'Abbott', 'Adams']);
  });

  it('also in Administration', async () => {
    const { rows } = await clinic.admin.admin.list({ table: 'patients', text: '863' });
    expect(rows[0]?.label).toContain('P-000863');
  });

  it('even when the patient is archived', async () => {
    expect((await find('900')).at(0)).toBe('Away');
  });
});

describe('archived and deceased patients', () => {
  it('are found, the archived ones below those who fit alike', async () => {
    expect(await find('hawthorne')).toEqual(['Late', 'Away', 'Young']);
  });

  it('are marked', async () => {
    const { rows } = await clinic.admin.patients.search({ text: 'hawthorne' });
    expect(rows).toMatchObject([
      { status: 'active', deceasedOn: '2020-02-02' },
      { status: 'archived', deceasedOn: null },
      { status: 'active', deceasedOn: null },
    ]);
  });

  it('are counted when only active ones are asked for', async () => {
    const search = (status: 'active' | 'archived' | 'all') =>
      clinic.admin.patients.search({ text: 'hawthorne', filters: { status } });
    expect(await search('active')).toMatchObject({
      rows: [{ givenName: 'Late' }, { familyName: 'Young' }],
      archived: 1,
    });
    expect((await search('archived')).archived).toBe(0);
    expect((await search('all')).archived).toBe(0);
  });

  it('are not passed over for somebody whose name is spelled a little otherwise', async () => {
    await addPatient(clinic.admin, { familyName: 'Awey' });
    const { rows, corrected } = await clinic.admin.patients.search({ text: 'away' });
    expect(rows).toMatchObject([{ givenName: 'Away', status: 'archived' }]);
    expect(corrected).toEqual([]);
  });
});

describe('a phone is found by any run of its digits', () => {
  test.each([
    ['1234999', 'Zwick'],
    ['301', 'Zwick'],
    ['2349', 'Zwick'],
    ['999', 'Zwick'],
    ['030 123', 'Zwick'],
    ['0900123', 'Yilmaz'],
    ['700 900', 'Yilmaz'],
    ['07700 900123', 'Yilmaz'],
    ['447700', 'Yilmaz'],
    ['630 08', 'Abbott'],
  ])('by "%s"', async (text, familyName) => {
    expect(await find(text)).toContain(familyName);
  });

  it('but not by digits that do not stand side by side, nor by two', async () => {
    expect(await find('1239')).not.toContain('Zwick');
    expect(await find('23')).not.toContain('Zwick');
  });
});
