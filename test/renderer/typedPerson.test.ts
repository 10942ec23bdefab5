import { expect, test } from 'vitest';
import { typedPerson } from '#renderer/features/people/patients/typedPerson.ts';

test.each([
  ['hawthorne', { familyName: 'Hawthorne' }],
  ['hawthorne beatrix', { familyName: 'Hawthorne', givenName: 'Beatrix' }],
  ["O'Brien, mary ann", { familyName: "O'Brien", givenName: 'Mary Ann' }],
  ["o'brien-smith mary", { familyName: "O'Brien-Smith", givenName: 'Mary' }],
  ['van der Berg jan', { familyName: 'van der Berg', givenName: 'Jan' }],
  ['MASRI Mohamed', { familyName: 'MASRI', givenName: 'Mohamed' }],
  ['masri 12 mar 1984', { familyName: 'Masri', birthDate: '1984-03-12' }],
  ['1984-03-12 masri m', { familyName: 'Masri', givenName: 'M', birthDate: '1984-03-12' }],
  ['masri 3.4.85 020 7946 0958', { familyName: 'Masri', birthDate: '1985-04-03', phone: '020 7946 0958' }],
  ['+44 20 7946 0958', { phone: '+44 20 7946 0958' }],
  ['masri m.masri@mail.example', { familyName: 'Masri', email: 'm.masri@mail.example' }],
  ['王 伟', { familyName: '王', givenName: '伟' }],
  ['P-000863', {}],
  ['863', {}],
  ['???', {}],
  ['', {}],
])('"%s" becomes what it says of a person', (text, values) => {
  expect(typedPerson(text)).toEqual(values);
});
