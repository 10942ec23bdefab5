// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { addDoctor, addPatient } from '#test/support/people.ts';
import { line } from './line.ts';
import { close, open, openClinic } from './window.tsx';

/** What a list says of what was typed while main has not answered yet. */

let clinic: Awaited<ReturnType<typeof openClinic>>;
beforeAll(async () => {
  clinic = await openClinic();
  await addPatient(clinic.admin, { familyName: 'Smithers' });
  await addDoctor(clinic.admin, { familyName: 'Smithers' });
});
afterEach(close);
afterAll(() => clinic.backend.close());

/** Holds the answers to one call back until it is told otherwise. */
function hold(call: string): () => void {
  const through = line.call;
  let release = () => {};
  const told = new Promise<void>((resolve) => {
    release = resolve;
  });
  line.call = async (path, input) => {
    if (path.join('.') === call) await told;
    return through(path, input);
  };
  return () => {
    line.call = through;
    release();
  };
}

const type = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
const busy = () => document.querySelector('main [aria-busy="true"]');

it('of patients shows what will come, and no number, until there is one', async () => {
  await open('/patients');
  let release = hold('patients.search');
  await type('Search patients', 'nobody at all');
  await waitFor(() => expect(busy()).not.toBeNull());
  expect(screen.queryByText(/found|matches/)).toBeNull();
  release();
  await screen.findByText(/No patient matches/);

  release = hold('patients.search');
  await type('Search patients', 'smith');
  await waitFor(() => expect(busy()).not.toBeNull());
  expect(screen.queryByText(/found|matches/)).toBeNull();
  release();
  await screen.findByText('1 found');
});

it('of doctors does not call nobody found who was not looked for yet', async () => {
  await open('/doctors');
  await type('Search doctors', 'nobody at all');
  await screen.findByText(/No doctor/);
  const release = hold('doctors.list');
  await type('Search doctors', 'smith');
  await waitFor(() => expect(busy()).not.toBeNull());
  expect(screen.queryByText(/No doctor/)).toBeNull();
  release();
  await screen.findByText(/Smithers/i);
});
