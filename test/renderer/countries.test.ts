import { expect, it } from 'vitest';
import { countryName } from '#renderer/app/countries.ts';

it('calls a country by its name where two letters are stored, and leaves what was typed', () => {
  expect(['GB', 'us', 'Norway', '', 'UK or so'].map(countryName)).toEqual([
    'United Kingdom',
    'United States',
    'Norway',
    '',
    'UK or so',
  ]);
});
