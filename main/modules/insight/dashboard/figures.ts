import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { today } from '#contract/ground/fields.ts';
import { personName } from '#contract/ground/person.ts';
import { pick } from '#contract/ground/pick.ts';
import type { Figures } from '#contract/insight/dashboard.ts';
import type { Reader } from '#db/index.ts';
import { birthTallies, countActive, countRegistered, patientsByDoctor } from '#db/queries/insight/figures.ts';
import { type DoctorRow, listDoctors } from '#db/queries/people/doctors.ts';
import { hasPermission } from '#main/services/users.ts';
import { agePyramid } from './ages.ts';
import { changesFor } from './changes.ts';
import { dayStart, minuteOfDay, mondays, weekday } from './days.ts';

const WEEKS = 26;
const BARS = 12;

/** The dashboard's figures as this user may see them. */
export async function countFigures(reader: Reader, who: CurrentUser, now: number): Promise<Figures> {
  const mayPatients = hasPermission(who, 'patients.view');
  const doctors = hasPermission(who, 'doctors.view') ? await listDoctors(reader) : null;
  return {
    at: now,
    patients: mayPatients ? await patientCounts(reader, now) : null,
    doctors: doctors && { active: doctors.length, onDuty: doctors.filter((doctor) => isOnDuty(doctor, now)).length },
    perDoctor: mayPatients && doctors ? await perDoctor(reader, doctors) : null,
    registrations: mayPatients ? await registrations(reader, now) : null,
    ages: mayPatients ? agePyramid(await birthTallies(reader), now) : null,
    changes: await changesFor(reader, who),
  };
}

async function patientCounts(reader: Reader, now: number) {
  const tomorrow = dayStart(now, 1);
  return {
    active: await countActive(reader),
    today: await countRegistered(reader, dayStart(now), tomorrow),
    week: await countRegistered(reader, dayStart(now, -weekday(now)), tomorrow),
  };
}

/** True between the doctor's first and last hour of today. */
function isOnDuty({ workingHours }: DoctorRow, now: number): boolean {
  const minute = minuteOfDay(now);
  return (workingHours[weekday(now)] ?? []).some(([from, to]) => from <= minute && minute < to);
}

async function perDoctor(reader: Reader, doctors: DoctorRow[]): Promise<NonNullable<Figures['perDoctor']>> {
  const byId = new Map(doctors.map((doctor) => [doctor.id, doctor]));
  const tallies = await patientsByDoctor(reader);
  const nobody = tallies.find(({ doctorId }) => doctorId === 0)?.patients ?? 0;
  const known = tallies.flatMap(({ doctorId, patients }) => {
    const doctor = byId.get(doctorId);
    return doctor ? [{ ...nameOf(doctor), id: doctorId, colour: doctor.colour, patients }] : [];
  });
  const others = known.slice(BARS).reduce((sum, { patients }) => sum + patients, 0);
  return { rows: known.slice(0, BARS), others, nobody };
}

const nameOf = (doctor: DoctorRow) => pick(personName.shape, doctor);

async function registrations(reader: Reader, now: number): Promise<NonNullable<Figures['registrations']>> {
  const starts = mondays(now, WEEKS);
  const weeks: NonNullable<Figures['registrations']> = [];
  for (const [place, start] of starts.slice(0, -1).entries()) {
    const patients = await countRegistered(reader, start, starts[place + 1] ?? now);
    weeks.push({ week: today(new Date(start)), patients });
  }
  return weeks;
}
