import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sortNameOf } from '#db/search/fold.ts';
import { type Searchable, searchTerms } from '#db/search/terms.ts';
import { TERMS_VERSION } from '#db/sqlite/search/termsVersion.ts';

/** What each version of the terms makes of the same people. A version that went out is never changed: the next one gets a line. */
const DIGESTS: Record<number, string> = {
  1: 'b0ab5949a178aa3ea613dea8dd11fe11a226ca9adfbf9af45fcaf844fbe57d98',
  2: '564c5ec5dbc32922e117298f3a26e644cbaee2e470d6baba6510b24a5b034092',
};

const person = (values: Partial<Searchable>): Searchable => ({
  familyName: 'Nemo',
  mrn: 'P-000001',
  phone: '',
  email: '',
  contacts: [],
  birthDate: '1980-01-02',
  doctorId: null,
  status: 'active',
  ...values,
});

const PEOPLE = [
  person({}),
  person({ familyName: 'Müller-Lüdenscheidt', givenName: 'Jürgen', middleName: 'Ångström' }),
  person({ familyName: 'O’Brien', givenName: "D'Arcy", mrn: 'AB 0012-34', status: 'archived' }),
  person({ familyName: '王', givenName: '小明', doctorId: 12 }),
  person({ familyName: 'Łukasz', givenName: 'Þórr', middleName: 'Straße œuvre' }),
  person({ familyName: 'عائشة', givenName: 'مُحَمَّد', phone: '0044 20 7946 0958' }),
  person({ familyName: 'Νικολάς', phone: '+49 (0)89 123456', email: 'Nik.Olas+x@example.org' }),
  person({ familyName: 'de la Cruz', givenName: 'María José', contacts: [{ system: 'phone', value: '555-961-9901' }] }),
  person({ familyName: '３rd', contacts: [{ system: 'email', value: 'third@example.org' }], birthDate: '2000-02-29' }),
  person({ familyName: 'x'.repeat(60), givenName: `${'y '.repeat(30)}`, mrn: '0000' }),
];

it('come out as their version says: who changes them raises TERMS_VERSION and adds its digest here', () => {
  const all = PEOPLE.map((one) => [sortNameOf(one), ...searchTerms(one).sort()]);
  const digest = createHash('sha256').update(JSON.stringify(all)).digest('hex');
  expect({ version: TERMS_VERSION, digest }).toEqual({ version: TERMS_VERSION, digest: DIGESTS[TERMS_VERSION] });
  expect(Math.max(...Object.keys(DIGESTS).map(Number))).toBe(TERMS_VERSION);
});
