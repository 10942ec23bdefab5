import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { startClinic } from '#test/support/backend.ts';
import { type Admin, counted, folderOf, importHere, patientsCsv, population } from './support.ts';

const SHARED = '/../shared/data/synthea-csv';
const shared = process.cwd() + SHARED;
const missing = !existsSync(shared);
if (missing) process.stderr.write(`SKIPPED: ${shared} is not here, so the real Synthea export is not tried\n`);

let clinic: Awaited<ReturnType<typeof startClinic>>;
let admin: Admin;
beforeEach(async () => {
  clinic = await startClinic();
  admin = clinic.admin;
});
afterEach(() => clinic.backend.close());

const patientNamed = async (text: string) => {
  const { rows } = await admin.patients.search({ text, filters: { status: 'all' } });
  const [row] = rows;
  if (!row) throw new Error(`no patient ${text}`);
  return admin.patients.get({ id: row.id });
};

describe('importing Synthea CSV', () => {
  it('brings in patients and practitioners as the clinic writes them', async () => {
    const report = await importHere(clinic.backend, 'synthea-csv', folderOf(population));
    expect(report).toMatchObject({ patients: counted(3), practitioners: counted(2), problems: [] });
    expect(await patientNamed("O'Keefe")).toMatchObject({
      mrn: 'P-000001',
      prefix: 'Mrs.',
      givenName: 'Alice',
      familyName: "O'Keefe",
      suffix: 'PhD',
      sex: 'female',
      birthDate: '1980-05-17',
      addressLine: '406 Kohler Camp, Apt 2',
      city: 'Lincoln',
      region: 'Nebraska',
      postalCode: '68504',
    });
    expect(await patientNamed('Nguyen')).toMatchObject({
      givenName: 'Zoë',
      familyName: 'Nguyễn',
      deceasedOn: '2019-03-04',
    });
    expect(await patientNamed('王李')).toMatchObject({ familyName: '王', givenName: '李', doctor: null });
  });

  it('makes the doctor seen most the patient’s doctor', async () => {
    await importHere(clinic.backend, 'synthea-csv', folderOf(population));
    expect((await patientNamed("O'Keefe")).doctor).toMatchObject({
      givenName: 'Julio César',
      familyName: 'De la Cruz',
      speciality: 'Cardiology',
    });
    expect((await patientNamed('Nguyen')).doctor).toMatchObject({ familyName: 'Klein' });
    expect((await admin.doctors.list({}))[0]).toMatchObject({ phone: '402-555-0101' });
  });

  it('keeps no social security number', async () => {
    await importHere(clinic.backend, 'synthea-csv', folderOf(population));
    expect(JSON.stringify(await patientNamed("O'Keefe"))).not.toContain('999-12');
  });

  it('creates nothing the second time', async () => {
    const folder = folderOf(population);
    await importHere(clinic.backend, 'synthea-csv', folder);
    const report = await importHere(clinic.backend, 'synthea-csv', folder);
    expect(report).toMatchObject({ patients: counted(0, 0, 3), practitioners: counted(0, 0, 2), problems: [] });
  });

  it('updates what the source has changed, and leaves what only the clinic knows', async () => {
    await importHere(clinic.backend, 'synthea-csv', folderOf(population));
    const before = await patientNamed("O'Keefe");
    const { id, version, doctor, photoId, status, createdAt, updatedAt, ...form } = before;
    await admin.patients.update({ id, version, patient: { ...form, notes: 'Afraid of needles', mrn: 'OLD-7' } });
    const moved = population['patients.csv'].replace('Lincoln', 'Omaha');
    const report = await importHere(clinic.backend, 'synthea-csv', folderOf({ ...population, 'patients.csv': moved }));
    expect(report).toMatchObject({ patients: counted(0, 1, 2) });
    expect(await patientNamed("O'Keefe")).toMatchObject({ city: 'Omaha', notes: 'Afraid of needles', mrn: 'OLD-7' });
  });

  it('refuses broken lines with their number and takes the rest', async () => {
    const folder = folderOf(
      patientsCsv(
        'p1,1980-05-17,,,,Ann,Good,,F,,,,',
        'p2,1980-05-17,,,,"Open,Quote,,F,,,,',
        'p3,1980-05-17,,,,Too,Few',
        'p4,1980-05-17,,,,Ben,"Fi""ne",,M,,,,',
        'p5,2999-01-01,,,,Not,Born,,F,,,,',
        'p6,1980-02-30,,,,No,Day,,F,,,,',
        `p7,1980-05-17,,,,${'x'.repeat(10_000)},Long,,F,,,,`,
        'p8,1980-05-17,1970-01-01,,,Dead,Early,,F,,,,',
        ',1980-05-17,,,,No,Id,,F,,,,',
        'p1,1999-09-09,,,,Some,Other,,F,,,,',
        'p9,1980-05-17,,,,"Two\nLines",Fine,,F,,,,',
      ),
    );
    const report = await importHere(clinic.backend, 'synthea-csv', folder);
    expect(report.patients).toEqual(counted(3, 0, 0, 8));
    expect(report.problems.map(({ source, line }) => `${source} ${line}`)).toEqual(
      [3, 4, 6, 7, 8, 9, 10, 11].map((line) => `patients.csv ${line}`),
    );
    const reasons = report.problems.map(({ reason }) => reason).join('\n');
    for (const words of [
      'quotation marks',
      '7 fields',
      'in the future',
      '1980-02-30',
      '10000 characters',
      'before the date of birth',
      'identifier',
    ])
      expect(reasons).toContain(words);
    expect(reasons).not.toMatch(/imports\.|validation\.|undefined/);
  });

  it('loses no whole line to a stray quote before it, whatever closes it later', async () => {
    const whole = (id: string) => `${id},1980-05-17,,,,Ann,Good ${id},,F,,,,`;
    const folder = folderOf(
      patientsCsv(
        whole('p1'),
        'p2,1980-05-17,,,,"Open,Quote,,F,,,,',
        whole('p3'),
        whole('p4'),
        'p5,1980-05-17,,,,Ann,Closed",,F,,,,',
      ),
    );
    const report = await importHere(clinic.backend, 'synthea-csv', folder);
    expect(report.patients).toEqual(counted(3, 0, 0, 2));
    expect(report.problems.map(({ line }) => line)).toEqual([3, 6]);
  });

  it('reads what Excel writes: a byte order mark, CRLF, a last line without an end', async () => {
    const text = population['patients.csv'].trimEnd().replaceAll('\n', '\r\n').replace('Koch', 'a\u2028b');
    const report = await importHere(clinic.backend, 'synthea-csv', folderOf({ 'patients.csv': `\uFEFF${text}` }));
    expect(report).toMatchObject({ patients: counted(3), problems: [] });
    expect((await patientNamed("O'Keefe")).postalCode).toBe('68504');
  });

  it('refuses text that is not UTF-8 instead of storing question marks', async () => {
    const latin = Buffer.from(population['patients.csv'].replace('Zoë', 'Zo\xeb'), 'latin1');
    const folder = folderOf({});
    writeFileSync(join(folder, 'patients.csv'), latin);
    const report = await importHere(clinic.backend, 'synthea-csv', folder);
    expect(report.problems[0]).toMatchObject({ line: 3, reason: expect.stringContaining('not UTF-8') });
  });

  it('changes nothing in a dry run and tells the same', async () => {
    const folder = folderOf(population);
    const dry = await importHere(clinic.backend, 'synthea-csv', folder, { dryRun: true });
    expect((await admin.patients.count({})).count).toBe(0);
    expect(await admin.doctors.list({})).toEqual([]);
    const real = await importHere(clinic.backend, 'synthea-csv', folder);
    expect({ ...dry, dryRun: false }).toEqual(real);
  });

  it('leaves an audit row for every record, with who imported it', async () => {
    await importHere(clinic.backend, 'synthea-csv', folderOf(population));
    const rows = await clinic.backend.data.db.read(async (reader) => reader.select().from(auditEvent));
    const imported = rows.filter((row) => row.procedure === 'imports.start' && row.entityId !== null);
    expect(imported).toHaveLength(5);
    for (const row of imported)
      expect(row).toMatchObject({ userId: 1, action: 'create', outcome: 'ok', workstation: 'FRONT-DESK-2' });
  });

  it.each([
    ['a folder without patients', { 'notes.txt': 'hello' }, 'imports.problem.noPatientsFile'],
    ['another CSV file', { 'patients.csv': 'name,age\nAnn,3\n' }, 'imports.problem.missingColumns'],
    ['an empty file', { 'patients.csv': '' }, 'imports.problem.emptyFile'],
  ])('says what is wrong with %s', async (_what, files, key) => {
    await expect(
      importHere(clinic.backend, 'synthea-csv', folderOf(files as Record<string, string>)),
    ).rejects.toMatchObject({ sentence: { key } });
  });

  it.skipIf(missing)('takes the whole real export, twice without doubling', async () => {
    const first = await importHere(clinic.backend, 'synthea-csv', shared);
    expect(first).toMatchObject({ patients: counted(111), practitioners: counted(215), problems: [] });
    const second = await importHere(clinic.backend, 'synthea-csv', shared);
    expect(second).toMatchObject({
      patients: counted(0, 0, 111),
      practitioners: counted(0, 0, 215),
      problems: [],
    });
    const { rows } = await admin.patients.list({ limit: 200 });
    expect(rows.some((row) => /\d/.test(row.givenName + row.familyName))).toBe(false);
    expect(rows.every((row) => row.doctor !== null)).toBe(true);
  });
});
