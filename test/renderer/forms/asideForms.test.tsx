// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addPatient } from '#test/support/people.ts';
import { line } from '../line.ts';
import { close, open, openClinic } from '../window.tsx';

/** Forms that are put aside, and found again. */

let clinic: Awaited<ReturnType<typeof openClinic>>;
beforeAll(async () => {
  clinic = await openClinic();
});
beforeEach(async () => {
  for (const { formKey } of await clinic.admin.drafts.list()) await clinic.admin.drafts.discard({ formKey });
});
afterEach(close);
afterAll(() => clinic.backend.close());

const field = (label: string) => screen.findByLabelText<HTMLInputElement>(new RegExp(`^${label}`));
const type = async (label: string, value: string) => fireEvent.change(await field(label), { target: { value } });
const holds = (label: string, value: string) => waitFor(async () => expect((await field(label)).value).toBe(value));
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const putAside = () => fireEvent.keyDown(document.body, { key: 'p', code: 'KeyP', altKey: true });
const asideList = () => screen.findByRole('region', { name: 'Unfinished forms' });

it('two new patients are put aside beside each other, and each comes back as it was', async () => {
  const router = await open('/patients/new');
  await type('Family name', 'Okafor');
  await type('Given name', 'Ngozi');
  putAside();
  await screen.findByRole('heading', { name: 'Patients' });
  expect(screen.queryByRole('dialog')).toBeNull();
  await within(await asideList()).findByText('1 unfinished form');

  router.history.push('/patients/new');
  await holds('Family name', '');
  await type('Family name', 'Hale');
  putAside();
  await screen.findByText('2 unfinished forms');

  await press('Go on with New patient: Okafor, Ngozi');
  await holds('Family name', 'Okafor');
  await press('Go on with New patient: Hale');
  await holds('Family name', 'Hale');
  await type('Date of birth', '1984-03-12');
  fireEvent.click(screen.getByLabelText('Female'));
  await press('Save');
  await screen.findByText('Saved');
  await screen.findByText('1 unfinished form');
});

it('a form that was left is thrown away, and had back', async () => {
  const { id } = await addPatient(clinic.admin, { familyName: 'Bell', givenName: 'Iris', city: 'Bath' });
  const router = await open(`/patients/${id}/edit`);
  await type('City', 'York');
  router.history.push('/patients');
  await press('Put aside');
  await press(/^Throw away .*Bell, Iris/);
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Unfinished forms' })).toBeNull());
  await press('Undo');
  await press(/^Go on with .*Bell, Iris/);
  await holds('City', 'York');
});

it('the list says what, whose, when and by whom', async () => {
  await open('/doctors/new');
  await type('Family name', 'Lee');
  putAside();
  await asideList();
  fireEvent.keyDown(document.body, { key: 'u', code: 'KeyU', altKey: true });
  const list = within(await screen.findByRole('dialog', { name: 'Unfinished forms' }));
  expect(list.getByText(/^Ada Moreau typed this/)).toBeDefined();
  const row = list.getByRole('row', { name: /New doctor Lee Jan 15, 2026/ });
  fireEvent.click(within(row).getByRole('button', { name: /^Go on with/ }));
  await holds('Family name', 'Lee');
});

it('a form that main cannot keep is not left', async () => {
  await open('/patients/new');
  await type('Family name', 'Okafor');
  line.isUp = false;
  await press('Put aside');
  await screen.findByText(/connection to Clinic Desk was lost/);
  await holds('Family name', 'Okafor');
  expect(screen.getByRole('heading', { name: 'New patient' })).toBeDefined();
});
