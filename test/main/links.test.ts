import { describe, expect, it } from 'vitest';
import { readCommandLine } from '#main/commandLine.ts';
import { placeOfLink } from '#main/links.ts';

describe('a link from outside', () => {
  it.each([
    ['clinic-desk://patients/42', '/patients/42'],
    ['clinic-desk://patients/42/', '/patients/42'],
    ['CLINIC-DESK://patients', '/patients'],
    ['clinic-desk://doctors/7/patients', '/doctors/7/patients'],
    ['clinic-desk://', '/'],
    ['clinic-desk://account', '/account'],
    ['clinic-desk://images/7', '/images/7'],
    ['clinic-desk://images/create', '/images/new'],
    [
      'clinic-desk://images/create?title=Knee%20%26%20foot&url=https%3A%2F%2Fa.example%2Fb.png%3Fc%3Dd',
      '/images/new?title=%22Knee%20%26%20foot%22&url=%22https%3A%2F%2Fa.example%2Fb.png%3Fc%3Dd%22',
    ],
  ])('%s leads to %s', (link, place) => expect(placeOfLink(link)).toBe(place));

  it.each([
    'clinic-desk://patients/42/edit',
    'clinic-desk://patients/0',
    'clinic-desk://account/security',
    'clinic-desk://patients/1e3',
    'clinic-desk://patients/../../etc/passwd',
    'clinic-desk://patients/%2e%2e/doctors/1%00',
    'clinic-desk://patients/42?q=<script>',
    'clinic-desk://patients/42#x',
    'clinic-desk://images/create?title=a&other=b',
    'clinic-desk://images/create/more?title=a',
    'clinic-desk://images/create?title=a#x',
    'clinic-desk://user@patients/42',
    'clinic-desk://patients:80/42',
    'clinic-desk:javascript:alert(1)',
    'javascript:alert(1)',
    'https://patients/42',
    'file:///etc/passwd',
    `clinic-desk://patients/${'9'.repeat(300)}`,
    'patients/42',
    '',
  ])('%s leads nowhere', (link) => expect(placeOfLink(link)).toBeNull());
});

describe('the command line', () => {
  it('knows a folder, a link and nothing else', () => {
    expect(readCommandLine(['--no-sandbox', '--data=/srv/a b', 'clinic-desk://patients'])).toEqual({
      command: null,
      data: '/srv/a b',
      link: 'clinic-desk://patients',
      unknown: [],
    });
  });

  it('gives everything after --cli to the command', () => {
    expect(readCommandLine(['--no-sandbox', '--cli', 'check', '--data=/x', '--json'])).toMatchObject({
      command: ['check', '--data=/x', '--json'],
      data: null,
    });
  });
});
