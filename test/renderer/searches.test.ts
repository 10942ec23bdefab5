import { describe, expect, it } from 'vitest';
import { shortListSearch } from '#renderer/app/record/shortListSearch.ts';
import { adminSearch, queryOf } from '#renderer/features/admin/adminSearch.ts';
import { imagesSearch, newImageSearch } from '#renderer/features/people/images/imagesSearch.ts';
import { importSearch } from '#renderer/features/people/imports/importSearch.ts';
import { newPatientSearch, patientsSearch } from '#renderer/features/people/patients/patientsSearch.ts';

const all = [
  patientsSearch,
  newPatientSearch,
  shortListSearch,
  imagesSearch,
  newImageSearch,
  importSearch,
  adminSearch,
];

describe('what the address of a list says', () => {
  it('is understood as it is written there', () => {
    expect(patientsSearch.parse({ q: 'moreau', doctor: '7', ageFrom: '18', status: 'all', sort: 'mrn' })).toEqual({
      q: 'moreau',
      doctor: 7,
      ageFrom: 18,
      status: 'all',
      sort: 'mrn',
    });
  });

  it('is taken for text where it looks like a number', () => {
    expect(patientsSearch.parse({ q: 1984 }).q).toBe('1984');
    expect(newImageSearch.parse({ title: 12, url: 'https://a.example/b.png' }).title).toBe('12');
  });

  it('is left out where it is not understood, and the rest is kept', () => {
    const typed = {
      q: 'moreau',
      doctor: '-1',
      ageFrom: '18.5',
      ageTo: 'old',
      status: 'gone',
      direction: 'up',
      other: 1,
    };
    expect(JSON.parse(JSON.stringify(patientsSearch.parse(typed)))).toEqual({ q: 'moreau' });
    expect(JSON.parse(JSON.stringify(shortListSearch.parse({ status: 'gone', q: 'x'.repeat(201) })))).toEqual({});
  });

  it.each([{}, { q: null }, { q: { $ne: 1 } }, { filters: 'all', sort: 3, job: [] }])(
    'never breaks a page: %o',
    (odd) => {
      for (const search of all) expect(search.safeParse(odd).success).toBe(true);
    },
  );

  it('is asked of main without what it does not say', () => {
    expect(queryOf('users', {}, '  ada ')).toEqual({ table: 'users', text: 'ada', filters: {}, descending: false });
  });
});
