import type { NewPatient } from '#db/queries/people/patients.ts';
import type { ContactPoint } from '#db/schema/people/patient.ts';
import { fold } from '#db/search/fold.ts';
import { childrensDoctor, doctorShares } from './doctors.ts';
import { household, type Person } from './people.ts';
import { type Home, home, mobile } from './places.ts';
import { type Random, random, weighted } from './random.ts';

export interface DemoPlan {
  seed: number;
  /** UTC milliseconds; everybody is as old as they are, and was entered, as seen from here. */
  now: number;
  /** The ids of the ten demo doctors, in their order. */
  doctorIds: number[];
}

type DemoPatient = Omit<NewPatient, 'mrn'>;

const dayLength = 86_400_000;
const insurers = [
  'Unity Health',
  'Albion Mutual',
  'Northstar Care',
  'MediSure',
  'Harbour Life',
  'CivicPlan',
  'Bluebird Assurance',
];
const relationships = {
  partner: 'Partner',
  parent: 'Parent',
  child: 'Child',
  other: ['Sibling', 'Friend', 'Neighbour', 'Aunt'],
};
const remarks = [
  'Prefers appointments in the morning.',
  'Needs an interpreter.',
  'Uses a wheelchair; ground-floor room, please.',
  'Afraid of needles.',
  'Call the mobile number first.',
  'Hard of hearing: speak slowly and face to face.',
  'Moved here recently; old records requested.',
  'Travels often; reminders by e-mail.',
  'Lives alone, a neighbour holds a key.',
];

/** Believable patients without end, household after household; the same plan always gives the same people. */
export function* demoPatients(plan: DemoPlan): Generator<DemoPatient, never> {
  const chance = random(plan.seed);
  const pickDoctor = weighted(doctorShares.map((share, i) => [share, plan.doctorIds[i] ?? null] as const));
  for (;;) {
    const people = household(chance);
    const place = home(chance);
    const doctorId = pickDoctor(chance);
    for (const one of people) {
      const toChildrensDoctor = one.age < 14 && chance.chance(70);
      yield patient(
        chance,
        plan.now,
        one,
        place,
        people,
        toChildrensDoctor ? (plan.doctorIds[childrensDoctor] ?? null) : doctorId,
      );
    }
  }
}

function patient(
  chance: Random,
  now: number,
  one: Person,
  place: Home,
  people: Person[],
  doctorId: number | null,
): DemoPatient {
  const createdAt = now - chance.whole(3000 * dayLength);
  const { age, ...name } = one;
  return {
    ...name,
    ...place,
    ...reachable(chance, one),
    ...emergency(chance, one, people, place),
    ...(chance.chance(82) ? insurance(chance, now) : {}),
    ...lifespan(chance, now, age),
    notes: chance.chance(9) ? chance.pick(remarks) : '',
    doctorId,
    status: chance.chance(3) ? 'archived' : 'active',
    createdAt,
    updatedAt: createdAt + chance.whole(now - createdAt),
  };
}

/** When they were born, and of some when they died: within the last years, and not before they were born. */
function lifespan(chance: Random, now: number, age: number) {
  const lived = Math.floor((age + chance.next()) * 365.25);
  const hasDied = chance.chance(age > 75 ? 7 : age > 50 ? 1 : 0.1);
  const ago = hasDied ? Math.min(chance.whole(1000), lived) : null;
  return {
    birthDate: calendarDay(now - lived * dayLength),
    deceasedOn: ago === null ? null : calendarDay(now - ago * dayLength),
  };
}

const calendarDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** E-mail and a mobile number, for those of an age to have them. */
function reachable(
  chance: Random,
  { age, givenName, familyName }: Person,
): { email: string; contacts: ContactPoint[] } {
  if (age < 12) return { email: '', contacts: [] };
  const contacts: ContactPoint[] = chance.chance(55) ? [{ system: 'phone', use: 'mobile', value: mobile(chance) }] : [];
  if (!chance.chance(age < 65 ? 55 : 25)) return { email: '', contacts };
  const local = `${fold(givenName)}.${fold(familyName)}`.replace(/[^a-z.]/g, '');
  const address = local.length > 3 ? local : `patient${chance.digits(5)}`;
  return { email: `${address}${chance.whole(100)}@mail.example`, contacts };
}

function emergency(chance: Random, one: Person, people: Person[], place: Home) {
  const other = people.find((someone) => someone !== one && someone.age >= 18);
  if (other) {
    const relationship =
      other.age - one.age > 16
        ? relationships.parent
        : one.age - other.age > 16
          ? relationships.child
          : relationships.partner;
    return contact(`${other.givenName} ${other.familyName}`, relationship, place.phone);
  }
  if (!chance.chance(60)) return {};
  return contact(`${one.givenName.slice(0, 1)}. ${one.familyName}`, chance.pick(relationships.other), mobile(chance));
}

const contact = (emergencyName: string, emergencyRelationship: string, emergencyPhone: string) => ({
  emergencyName,
  emergencyRelationship,
  emergencyPhone,
});

function insurance(chance: Random, now: number) {
  return {
    insuranceProvider: chance.common(insurers),
    insuranceNumber: `${chance.pick([...'ABCDEFGHKLMN'])}${chance.digits(9)}`,
    insuranceValidUntil: calendarDay(now + (chance.whole(900) - 100) * dayLength).replace(/\d\d$/, '28'),
  };
}
