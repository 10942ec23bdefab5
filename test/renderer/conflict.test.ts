import { describe, expect, it } from 'vitest';
import { differences, merge } from '#renderer/app/forms/conflict.ts';

const base = { givenName: 'Ann', city: 'Bath', phone: '1' };

describe('two people who saved the same record', () => {
  it('proposes the value of the one who changed it, and mine where both did', () => {
    const mine = { ...base, givenName: 'Anna', city: 'York' };
    const theirs = { ...base, givenName: 'Anne', phone: '2' };
    expect(differences(base, mine, theirs)).toEqual([
      { field: 'givenName', proposed: 'mine' },
      { field: 'city', proposed: 'mine' },
      { field: 'phone', proposed: 'theirs' },
    ]);
  });

  it('takes over only the values that were chosen', () => {
    const theirs = { ...base, city: 'York', phone: '2' };
    expect(merge(base, theirs, { city: 'theirs', phone: 'mine' })).toEqual({ ...base, city: 'York' });
  });
});
