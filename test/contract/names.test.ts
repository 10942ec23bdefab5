import { describe, expect, it } from 'vitest';
import { fullName, givenNames, plainName, shortName } from '#contract/ground/names.ts';

const nobody = { prefix: '', givenName: '', middleName: '', familyName: '', suffix: '' };
const ada = { prefix: 'Dr', givenName: 'Ada', middleName: 'Rose', familyName: 'Moreau', suffix: 'Jr' };
const mononym = { ...nobody, familyName: 'Sukarno' };

describe('a name', () => {
  it('is said whole, in the order in which one is addressed', () => {
    expect(fullName(ada)).toBe('Dr Ada Rose Moreau Jr');
    expect(fullName(mononym)).toBe('Sukarno');
    expect(fullName(nobody)).toBe('');
  });

  it('leaves the family name to the column before it in lists', () => {
    expect(givenNames(ada)).toBe('Ada Rose Jr');
    expect(givenNames(mononym)).toBe('');
  });

  it('is short in narrow columns', () => {
    expect(shortName(ada)).toBe('Dr Moreau');
    expect(shortName(mononym)).toBe('Sukarno');
  });

  it('has no titles in its initials', () => expect(plainName(ada)).toBe('Ada Moreau'));
});
