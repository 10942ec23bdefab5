import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startClinic } from '#test/support/backend.ts';
import { type Admin, counted, folderOf, importHere } from './support.ts';

const shared = join(process.cwd(), '../shared/data/synthea-fhir-r4');
const missing = !existsSync(shared);
if (missing) process.stderr.write(`SKIPPED: ${shared} is not here, so the real FHIR bundles are not tried\n`);

let clinic: Awaited<ReturnType<typeof startClinic>>;
let admin: Admin;
beforeEach(async () => {
  clinic = await startClinic();
  admin = clinic.admin;
});
afterEach(() => clinic.backend.close());

const run = (files: Record<string, unknown>, dryRun = false) => {
  const texts = Object.entries(files).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return importHere(clinic.backend, 'fhir', folderOf(Object.fromEntries(texts)), { dryRun });
};

const patientNamed = async (text: string) => {
  const { rows } = await admin.patients.search({ text });
  return admin.patients.get({ id: rows[0]?.id ?? 0 });
};

const bundle = (...entry: object[]) => ({ resourceType: 'Bundle', type: 'collection', entry });
const doctor = (id: string, family: string, npi: string) => ({
  fullUrl: `urn:uuid:${id}`,
  resource: {
    resourceType: 'Practitioner',
    id,
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: npi }],
    name: [{ family, given: ['Del12'], prefix: ['Dr.'] }],
    gender: 'female',
  },
});
const klein = doctor('11111111-1111-4111-8111-111111111111', 'Klein456', '10');
const orn = doctor('22222222-2222-4222-8222-222222222222', 'Orn9', '20');
const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };
const patient = {
  resourceType: 'Patient',
  id: 'alpha',
  identifier: [
    { system: 'http://hl7.org/fhir/sid/us-ssn', value: '999-11-2222' },
    { type: MR, system: 'http://hospital.example', value: 'H-1001' },
  ],
  name: [
    { use: 'maiden', family: 'Before', given: ['Jesús'] },
    { use: 'official', family: 'Álvarez33', given: ['Jesús9', null, 'María4'], prefix: ['Mr.'], suffix: ['MD', 'PhD'] },
  ],
  telecom: [
    { system: 'phone', use: 'home', value: '555-961-9901' },
    { system: 'phone', use: 'mobile', value: '+1 617 555 0100' },
    { system: 'email', value: 'jesus@example.org' },
  ],
  gender: 'male',
  birthDate: '1993-06-07',
  deceasedDateTime: '2020-03-01T23:30:00-05:00',
  address: [{ line: ['849 Koch Crossroad', 'Apt 4'], city: 'Boston', state: 'MA', postalCode: '02108', country: 'US' }],
  contact: [
    {
      relationship: [{ text: 'Mother' }],
      name: { given: ['Elvira'], family: 'Armenta' },
      telecom: [{ system: 'phone', value: '555-1111' }],
    },
  ],
};
const visit = (to: string, start: string, status = 'finished') => ({
  resource: {
    resourceType: 'Encounter',
    status,
    subject: { reference: 'Patient/alpha' },
    participant: [{ individual: { reference: to } }],
    period: { start },
  },
});

describe('importing FHIR', () => {
  it('reads a patient in all its parts', async () => {
    const report = await run({ 'a.json': patient });
    expect(report).toMatchObject({ patients: counted(1), problems: [] });
    expect(await patientNamed('Alvarez')).toMatchObject({
      mrn: 'H-1001',
      prefix: 'Mr.',
      givenName: 'Jesús',
      middleName: 'María',
      familyName: 'Álvarez',
      suffix: 'MD PhD',
      sex: 'male',
      birthDate: '1993-06-07',
      deceasedOn: '2020-03-01',
      phone: '+1 617 555 0100',
      email: 'jesus@example.org',
      contacts: [{ system: 'phone', use: 'home', value: '555-961-9901' }],
      addressLine: '849 Koch Crossroad, Apt 4',
      city: 'Boston',
      emergencyName: 'Elvira Armenta',
      emergencyRelationship: 'Mother',
      emergencyPhone: '555-1111',
    });
  });

  it('finds the doctor seen most through every kind of reference, wherever the resources stand', async () => {
    const report = await run({
      'a-encounters.json': bundle(
        visit(klein.fullUrl, '2020-01-01'),
        visit('Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|20', '2019-01-01'),
        visit(`Practitioner/${orn.resource.id}`, '2019-01-02'),
        visit(klein.fullUrl, '2021-01-01', 'cancelled'),
        visit(klein.fullUrl, '2021-01-02', 'cancelled'),
        visit('Practitioner/nobody', '2021-01-02'),
        visit('Practitioner/nobody', '2021-01-02'),
        visit('Practitioner/nobody', '2021-01-02'),
      ),
      'b-patient.json': bundle({ resource: patient }, klein),
      'practitionerInformation1.json': bundle(klein, orn, {
        resource: {
          resourceType: 'PractitionerRole',
          practitioner: { identifier: orn.resource.identifier[0] },
          specialty: [{ text: 'Cardiology' }],
        },
      }),
    });
    expect(report).toMatchObject({ patients: counted(1), practitioners: counted(2), problems: [] });
    expect((await patientNamed('Alvarez')).doctor).toMatchObject({
      familyName: 'Orn',
      givenName: 'Del',
      speciality: 'Cardiology',
    });
  });

  it('creates nothing the second time, and tells the same in a dry run', async () => {
    const files = { 'a.json': bundle({ resource: patient }, klein, visit(klein.fullUrl, '2020-01-01')) };
    const dry = await run(files, true);
    expect({ ...dry, dryRun: false }).toEqual(await run(files));
    expect(await run(files)).toMatchObject({ patients: counted(0, 0, 1), practitioners: counted(0, 0, 1) });
  });

  it('reads one resource a line', async () => {
    const other = { ...patient, id: 'beta', identifier: [], name: [{ text: 'Cher' }] };
    const report = await run({ 'Patient.ndjson': `${JSON.stringify(patient)}\n{"broken\n${JSON.stringify(other)}\n` });
    expect(report.patients).toEqual(counted(2));
    expect(report.problems).toEqual([
      { source: 'Patient.ndjson', line: 2, reason: 'This is not FHIR: it is not valid JSON.' },
    ]);
  });

  it('refuses what is not FHIR, with a sentence, and takes the rest', async () => {
    const future = { ...patient, id: 'f', identifier: [], birthDate: '2999-01-01' };
    const vague = { ...patient, id: 'v', identifier: [], birthDate: '1980' };
    const odd = { ...patient, id: 'o', name: 'Ann' };
    const twin = {
      ...patient,
      id: 't',
      identifier: [{ system: 'http://elsewhere.example', value: '7' }, patient.identifier[1]],
    };
    const report = await run({
      'a.json': bundle(
        { resource: patient },
        { resource: future },
        { resource: vague },
        { resource: odd },
        { resource: twin },
      ),
      'b.json': '{ not json',
      'c.json': { hello: 'world' },
    });
    expect(report.patients).toEqual(counted(1, 0, 0, 4));
    expect(report.problems).toEqual(
      expect.arrayContaining([
        { source: 'a.json', line: 2, reason: 'The date of birth 2999-01-01 lies in the future.' },
        { source: 'a.json', line: 3, reason: expect.stringContaining('“1980” is not a day') },
        { source: 'a.json', line: 4, reason: 'This Patient is not as FHIR R4 describes it, at “name”.' },
        { source: 'a.json', line: 5, reason: 'The MRN H-1001 already belongs to another patient.' },
        { source: 'b.json', line: null, reason: 'This is not FHIR: it is not valid JSON.' },
        { source: 'c.json', line: null, reason: 'This is not FHIR: it has no resourceType.' },
      ]),
    );
  });

  it('does not let another server’s number overwrite somebody else', async () => {
    await run({ 'a.json': { ...patient, identifier: [] } });
    const stranger = {
      ...patient,
      identifier: [],
      name: [{ family: 'Stranger' }],
      birthDate: '1950-01-01',
      deceasedDateTime: undefined,
    };
    const report = await run({ 'a.json': stranger });
    expect(report.patients).toEqual(counted(0, 0, 0, 1));
    expect((await patientNamed('Alvarez')).birthDate).toBe('1993-06-07');
  });

  it.each([
    ['nothing but other files', { 'readme.txt': 'hi' }, 'noFhirFiles'],
    ['one file that is not JSON', { 'a.json': 'hello' }, 'notFhir'],
    ['files without any resource', { 'a.json': '{}', 'b.json': '[]' }, 'noFhir'],
  ])('says what is wrong with %s', async (_what, files, key) => {
    await expect(run(files)).rejects.toMatchObject({ sentence: { key: `imports.problem.${key}` } });
  });

  it.skipIf(missing)('takes the real bundles, twice without doubling', async () => {
    const first = await importHere(clinic.backend, 'fhir', shared);
    expect(first).toMatchObject({ patients: counted(19), practitioners: counted(102), problems: [] });
    const second = await importHere(clinic.backend, 'fhir', shared);
    expect(second).toMatchObject({ patients: counted(0, 0, 19), practitioners: counted(0, 0, 102), problems: [] });
    const { rows } = await admin.patients.list({});
    expect(rows.every((row) => row.doctor !== null && row.mrn.startsWith('P-'))).toBe(true);
  });
});
