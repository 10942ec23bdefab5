import { type Patient, type PatientForm, patientForm } from '#contract/people/patients.ts';
import { hasPermission, loadUser } from '#main/services/users.ts';
import type { BenchClinic } from './clinic.ts';
import { credentials } from './clinic.ts';
import type { Case } from './measure.ts';

/** Names as they stand in the data, so that every search finds somebody. */
interface Sample {
  id: number;
  given: string;
  family: string;
  sort: string;
  doctor: number;
}

/** Every case of the benchmark over an open clinic. */
export function casesFor(clinic: BenchClinic): Case[] {
  const { client, bare } = clinic;
  const samples = sampleOf(clinic);
  const sample = (round: number) => samples[round % samples.length] as Sample;
  const word = (text: string) => (text.split(/[ -]/)[0] ?? text).toLowerCase();

  const one = bare.prepare('select * from patient where id = ?');
  const firstPage = bare.prepare(
    "select * from patient where status = 'active' order by sort_name, birth_date, id limit 100",
  );
  const match = bare.prepare(
    'select p.* from patient_search join patient p on p.id = patient_search.rowid where patient_search match ? limit 100',
  );
  const doctors = bare.prepare(
    "select * from patient where doctor_id = ? and status = 'active' order by sort_name, birth_date, id limit 100",
  );
  const update = bare.prepare('update patient set notes = ?, updated_at = ? where id = ?');
  const session = bare.prepare('select * from session limit 1');
  const auditPage = bare.prepare('select * from audit_event order by at desc, id desc limit 100');
  const user = bare.prepare('select * from user where username_key = ?');

  return [
    {
      name: 'patient.get',
      rounds: 2000,
      ours: (round) => client.patients.get({ id: sample(round).id }),
      bare: (round) => one.get(sample(round).id),
    },
    { name: 'patients.firstPage', rounds: 500, ours: () => client.patients.list({}), bare: () => firstPage.all() },
    {
      name: 'patients.search.prefix3',
      rounds: 1000,
      ours: (round) => client.patients.search({ text: sample(round).sort.slice(0, 3) }),
      bare: (round) => match.all(`"${sample(round).sort.slice(0, 3)}" *`),
    },
    {
      name: 'patients.search.twoTerms',
      rounds: 1000,
      ours: (round) => client.patients.search({ text: `${word(sample(round).given)} ${word(sample(round).family)}` }),
      bare: (round) => match.all(`"${word(sample(round).given)}" * AND "${word(sample(round).family)}" *`),
    },
    {
      name: 'patients.search.typo',
      rounds: 500,
      ours: (round) => client.patients.search({ text: swapped(word(sample(round).family)) }),
      bare: (round) => match.all(`"${word(sample(round).family)}"`),
    },
    {
      name: 'doctor.patients',
      rounds: 500,
      ours: (round) => client.patients.list({ filters: { doctorId: sample(round).doctor } }),
      bare: (round) => doctors.all(sample(round).doctor),
    },
    {
      name: 'patient.update',
      rounds: 600,
      prepare: () => openForms(clinic, samples),
      ours: (round) => saveNotes(clinic, sample(round).id, `round ${round}`),
      bare: (round) => update.run(`bare ${round}`, Date.now(), sample(round).id),
    },
    {
      name: 'admin.list',
      rounds: 500,
      ours: () => client.admin.list({ table: 'patients', filters: { status: 'active' } }),
      bare: () => firstPage.all(),
    },
    {
      name: 'admin.list.audit',
      rounds: 500,
      ours: (round) => client.admin.list({ table: 'audit', filters: round % 2 ? {} : { auditAction: 'read' } }),
      bare: () => auditPage.all(),
    },
    {
      name: 'signIn',
      rounds: 10,
      ours: () => client.accounts.signIn(credentials),
      bare: () => user.get(credentials.username),
    },
    {
      name: 'session.load',
      rounds: 2000,
      ours: () => clinic.backend.services.sessions.current(clinic.station),
      bare: () => session.get(),
    },
    {
      name: 'permission.check',
      rounds: 2000,
      ours: async () => {
        const who = await loadUser(clinic.backend.services.db, 1);
        return who && hasPermission(who, 'patients.view');
      },
      bare: () => user.get(credentials.username),
    },
    {
      name: 'dashboard.cached',
      rounds: 2000,
      ours: () => client.dashboard.figures(),
      bare: () => session.get(),
    },
    {
      name: 'dashboard.computed',
      rounds: 300,
      ours: () => {
        clinic.backend.services.caches.invalidate(['dashboard']);
        return client.dashboard.figures();
      },
      bare: () => session.get(),
    },
    {
      // A call that does nothing, through all steps.
      name: 'pipeline.overhead',
      rounds: 2000,
      ours: () => client.accounts.activity(),
      bare: () => session.get(),
    },
  ];
}

const forms = new Map<number, { version: number; patient: PatientForm }>();

/** The read that a page has done before somebody saves. */
async function openForms({ client }: BenchClinic, samples: Sample[]): Promise<void> {
  for (const { id } of samples) {
    const stored = await client.patients.get({ id });
    forms.set(id, { version: stored.version, patient: pickForm(stored) });
  }
}

/** One durable update as the form sends it. */
async function saveNotes({ client }: BenchClinic, id: number, notes: string): Promise<void> {
  const form = forms.get(id);
  if (!form) throw new Error(`no form is open for patient ${id}`);
  const { version } = await client.patients.update({ id, version: form.version, patient: { ...form.patient, notes } });
  forms.set(id, { ...form, version });
}

const pickForm = (stored: Patient): PatientForm =>
  Object.fromEntries(Object.keys(patientForm.shape).map((name) => [name, stored[name as keyof PatientForm]])) as never;

/** The third and fourth letter changed places: the commonest slip of a fast typist. */
function swapped(word: string): string {
  const letters = [...word];
  [letters[2], letters[3]] = [letters[3] ?? '', letters[2] ?? ''];
  return letters.join('');
}

/** Two hundred patients spread over the whole table, with names of Latin letters that are long enough for a typo. */
function sampleOf({ bare }: BenchClinic): Sample[] {
  const last = bare.prepare('select max(id) from patient').pluck().get() as number;
  const near = bare.prepare(
    `select id, given_name as given, family_name as family, sort_name as sort, doctor_id as doctor from patient
     where id >= ? and status = 'active' and sort_name glob '[a-z][a-z][a-z][a-z][a-z]*' and doctor_id is not null limit 1`,
  );
  return Array.from(
    { length: 200 },
    (_, step) => near.get(1 + Math.floor((step * last) / 201)) as Sample | undefined,
  ).filter((found) => found !== undefined);
}
