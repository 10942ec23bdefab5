import type { NewDoctor } from '#db/queries/people/doctors.ts';

/** 9:00 is 540 minutes. A practice day with its lunch break, a morning, an afternoon. */
const full: Array<[number, number]> = [
  [8 * 60 + 30, 12 * 60 + 30],
  [13 * 60 + 30, 17 * 60 + 30],
];
const morning: Array<[number, number]> = [[8 * 60, 13 * 60]];
const late: Array<[number, number]> = [[13 * 60, 20 * 60]];
const off: Array<[number, number]> = [];

type Sketch = [
  given: string,
  family: string,
  sex: 'female' | 'male',
  speciality: string,
  colour: NonNullable<NewDoctor['colour']>,
  hours: Array<Array<[number, number]>>,
];

const sketches: Sketch[] = [
  ['Helen', 'Carrington', 'female', 'General practice', 'teal', [full, full, full, full, morning, off, off]],
  ['Rajesh', 'Iyer', 'male', 'General practice', 'blue', [full, full, off, full, full, off, off]],
  ['Miriam', 'Adler', 'female', 'Paediatrics', 'orange', [full, morning, full, morning, full, off, off]],
  ['Tomasz', 'Wiśniewski', 'male', 'Internal medicine', 'grape', [full, full, full, full, full, off, off]],
  ['Sofía', 'Álvarez Ortega', 'female', 'Gynaecology', 'pink', [morning, full, morning, full, morning, off, off]],
  ['Seán', "O'Callaghan", 'male', 'Orthopaedics', 'violet', [full, off, full, off, full, off, off]],
  ['Layla', 'Haddad', 'female', 'Dermatology', 'lime', [late, late, late, late, off, morning, off]],
  ['Wei', 'Zhang', 'male', 'Cardiology', 'red', [full, full, morning, off, off, off, off]],
  ['Ingrid', 'Sørensen', 'female', 'Psychiatry', 'cyan', [off, late, late, late, full, off, off]],
  ['Olivier', 'Lefèvre', 'male', 'Ear, nose and throat', 'yellow', [off, off, morning, late, off, morning, off]],
];

/** What of a hundred households each doctor looks after, in the order of the doctors. */
export const doctorShares = [26, 19, 12, 11, 9, 8, 6, 5, 3, 1];
/** Where in the list the children's doctor stands. */
export const childrensDoctor = 2;

/** The demo clinic's ten doctors; `now` is when they were entered. */
export function demoDoctors(now: number): NewDoctor[] {
  return sketches.map(([givenName, familyName, sex, speciality, colour, workingHours], i) => ({
    prefix: 'Dr',
    givenName,
    familyName,
    sex,
    speciality,
    colour,
    workingHours,
    licenceNumber: String(4_127_350 + i * 90_817),
    phone: `020 7946 0${100 + i * 7}`,
    email: `${givenName}.${familyName.split(' ')[0]}@clinic.example`
      .normalize('NFD')
      .replace(/[\u0300-\u036f'ł]/g, '')
      .toLowerCase(),
    createdAt: now,
    updatedAt: now,
  }));
}
