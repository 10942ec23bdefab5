import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { birthTallies, countRegistered } from '#db/queries/insight/figures.ts';
import { agePyramid } from '#main/modules/insight/dashboard/ages.ts';
import { mondays } from '#main/modules/insight/dashboard/days.ts';
import { startClinic, type TestBackend } from '#test/support/backend.ts';
import { addDoctor, addPatient, formOf } from '#test/support/people.ts';
import { GROUPS, hire } from '#test/support/staff.ts';

const MINUTE = 60_000;
let clinic: Awaited<ReturnType<typeof startClinic>>;
let backend: TestBackend;

beforeEach(async () => {
  clinic = await startClinic();
  backend = clinic.backend;
});
afterEach(() => backend.close());

describe('the two times of the dashboard', () => {
  it('are those of the notes: 0-5, 5-15, after 15 minutes, another user', async () => {
    const [mary, jonas] = [
      await hire(clinic, 'mary', { groupIds: [GROUPS.reception] }),
      await hire(clinic, 'jonas', { groupIds: [GROUPS.doctors] }),
    ];
    const start = backend.clock.now();
    const times = async ({ client }: { client: typeof mary.client }) => {
      await client.accounts.activity();
      const [figures, profile] = [await client.dashboard.figures(), await client.dashboard.profile()];
      return [figures.at - start, profile.at - start].map((ms) => ms / MINUTE);
    };
    expect(await times(mary)).toEqual([0, 0]);
    backend.clock.pass(4 * MINUTE);
    expect(await times(mary)).toEqual([0, 0]);
    expect(await times(jonas)).toEqual([4, 4]);
    backend.clock.pass(2 * MINUTE);
    expect(await times(mary)).toEqual([6, 0]);
    expect(await times(jonas)).toEqual([4, 4]);
    backend.clock.pass(9 * MINUTE);
    // Nobody's station may lock meanwhile, or nothing would be shown at all.
    await mary.client.accounts.unlock({ password: 'copper-meadow-violin-77' });
    expect(await times(mary)).toEqual([15, 15]);
  });

  it('start anew with the refresh button, for oneself', async () => {
    const other = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    const [mine, theirs] = [await clinic.admin.dashboard.profile(), await other.client.dashboard.profile()];
    await clinic.admin.dashboard.figures();
    backend.clock.pass(MINUTE);
    await clinic.admin.dashboard.refresh();
    expect((await clinic.admin.dashboard.figures()).at).toBe(backend.clock.now());
    expect((await clinic.admin.dashboard.profile()).at).toBe(mine.at + MINUTE);
    expect((await other.client.dashboard.profile()).at).toBe(theirs.at);
  });

  it('start anew when a write touches what they show', async () => {
    const patient = await addPatient(clinic.admin);
    const before = await clinic.admin.dashboard.figures();
    backend.clock.pass(MINUTE);
    await clinic.admin.patients.archive({ id: patient.id, version: patient.version });
    const after = await clinic.admin.dashboard.figures();
    expect([before.patients?.active, after.patients?.active]).toEqual([1, 0]);
    expect(after.at).toBe(before.at + MINUTE);
    const profile = await clinic.admin.dashboard.profile();
    await clinic.admin.me.updateProfile({ profile: { jobTitle: 'Practice manager' } });
    expect(await clinic.admin.dashboard.profile()).toMatchObject({ at: profile.at, jobTitle: 'Practice manager' });
  });
});

describe('the figures', () => {
  it('count patients, doctors, weeks and ages', async () => {
    const doctor = await addDoctor(clinic.admin);
    await addPatient(clinic.admin, { doctorId: doctor.id, birthDate: '1984-03-12' });
    await addPatient(clinic.admin, { sex: 'male', birthDate: '2024-01-01' });
    await addPatient(clinic.admin, { sex: 'unknown', birthDate: '1900-01-01' });
    await addPatient(clinic.admin, { deceasedOn: '2020-01-01', birthDate: '1950-01-01' });
    const figures = await clinic.admin.dashboard.figures();
    expect(figures.patients).toEqual({ active: 4, today: 4, week: 4 });
    expect(figures.doctors).toEqual({ active: 1, onDuty: 0 });
    expect(figures.perDoctor).toMatchObject({
      rows: [{ id: doctor.id, familyName: 'Lee', patients: 1 }],
      nobody: 3,
      others: 0,
    });
    expect(figures.registrations).toHaveLength(26);
    expect(figures.registrations?.at(-1)?.patients).toBe(4);
    expect(figures.ages?.[8]).toEqual({ from: 40, female: 1, male: 0, other: 0 });
    expect(figures.ages?.[0]).toMatchObject({ male: 1 });
    expect(figures.ages?.[20]).toEqual({ from: 100, female: 0, male: 0, other: 1 });
  });

  it('tell who changed what lately, and only what one may see', async () => {
    const mary = await hire(clinic, 'mary', { groupIds: [GROUPS.reception] });
    const patient = await addPatient(mary.client);
    await clinic.admin.patients.update({
      id: patient.id,
      version: 1,
      patient: { ...formOf(patient), city: 'Elsewhere' },
    });
    const { changes } = await clinic.admin.dashboard.figures();
    expect(changes[0]).toMatchObject({ action: 'update', entity: 'patient', id: patient.id, name: 'Ngozi Okafor' });
    expect(changes[0]?.who).toMatchObject({ familyName: 'Moreau' });
    expect(changes.map(({ entity }) => entity)).toContain('user');
    const seen = (await mary.client.dashboard.figures()).changes.map(({ entity }) => entity);
    expect(seen).toContain('patient');
    expect(seen).not.toContain('user');
  });
});

describe('the tallies behind the figures', () => {
  it('follow every change of a patient, and are what counting would give', async () => {
    const patient = await addPatient(clinic.admin, { birthDate: '1990-05-06', sex: 'female' });
    const tallies = () => backend.services.db.read(async (reader) => birthTallies(reader));
    expect(await tallies()).toEqual([{ sex: 'female', bornIn: '1990-05', patients: 1 }]);
    const form = formOf(patient);
    let { version } = patient;
    const change = async (part: Partial<typeof form>) => {
      ({ version } = await clinic.admin.patients.update({ id: patient.id, version, patient: { ...form, ...part } }));
      return tallies();
    };
    expect(await change({ notes: 'nothing that counts' })).toEqual([{ sex: 'female', bornIn: '1990-05', patients: 1 }]);
    expect(await change({ birthDate: '1990-06-01', sex: 'male' })).toEqual([
      { sex: 'male', bornIn: '1990-06', patients: 1 },
    ]);
    expect(await change({ deceasedOn: '2020-01-01' })).toEqual([]);
    expect(await change({})).toEqual([{ sex: 'female', bornIn: '1990-05', patients: 1 }]);
    ({ version } = await clinic.admin.patients.archive({ id: patient.id, version }));
    expect(await tallies()).toEqual([]);
    await clinic.admin.patients.restore({ id: patient.id, version });
    expect(await tallies()).toHaveLength(1);
    const now = backend.clock.now();
    const registered = (from: number, to: number) =>
      backend.services.db.read(async (reader) => countRegistered(reader, from, to));
    expect([await registered(now - 60 * MINUTE, now + 60 * MINUTE), await registered(0, now - 60 * MINUTE)]).toEqual([
      1, 0,
    ]);
  });
});

describe('the calendar of the figures', () => {
  it('has 26 Mondays and the next, a week apart by the calendar', () => {
    const starts = mondays(Date.UTC(2026, 0, 15, 9), 26).map((at) => new Date(at));
    expect(starts).toHaveLength(27);
    for (const start of starts) expect([start.getDay(), start.getHours(), start.getMinutes()]).toEqual([1, 0, 0]);
  });

  it('puts everybody into one band of five years', () => {
    const pyramid = agePyramid(
      [
        { sex: 'female', bornIn: '2026-01', patients: 2 },
        { sex: 'male', bornIn: '2021-01', patients: 3 },
        { sex: 'other', bornIn: '1875-01', patients: 4 },
      ],
      new Date(2026, 0, 15).getTime(),
    );
    expect(pyramid.map((band) => band.female + band.male + band.other).filter(Boolean)).toEqual([2, 3, 4]);
    expect(pyramid[1]).toEqual({ from: 5, female: 0, male: 3, other: 0 });
  });
});
