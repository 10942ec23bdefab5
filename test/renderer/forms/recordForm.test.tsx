// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, formOf } from '#test/support/people.ts';
import { line } from '../line.ts';
import { close, open, openClinic, saveDraftsNow } from '../window.tsx';

let clinic: Awaited<ReturnType<typeof openClinic>>;
beforeAll(async () => {
  clinic = await openClinic();
});
afterEach(close);
afterAll(() => clinic.backend.close());

const field = (label: string) => screen.findByLabelText<HTMLInputElement>(new RegExp(`^${label}`));
const type = async (label: string, value: string) => fireEvent.change(await field(label), { target: { value } });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const saveByKey = () => fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
const asked = (call: string) => line.asked.filter((one) => one === call).length;
const stored = (id: number) => clinic.admin.patients.get({ id });

async function typeNewPatient(): Promise<void> {
  await open('/patients/new');
  await type('Family name', 'Okafor');
  await type('Given name', 'Ngozi');
  await type('Date of birth', '1984-03-12');
  fireEvent.click(screen.getByLabelText('Female'));
}

describe('what was typed in a form', () => {
  it('is in it again after the page was gone, and can be thrown away', async () => {
    await typeNewPatient();
    await saveDraftsNow();
    close();
    await open('/patients/new');
    expect(await screen.findByText(/Restored what you were typing/)).toBeDefined();
    expect((await field('Family name')).value).toBe('Okafor');
    await press('Discard it');
    expect((await field('Family name')).value).toBe('');
    await waitFor(async () => expect(await clinic.admin.drafts.list()).toEqual([]));
  });

  it('is saved once, however often it is asked to be', async () => {
    await typeNewPatient();
    const form = (await field('Family name')).closest('form');
    if (form) for (let times = 0; times < 2; times += 1) fireEvent.submit(form);
    saveByKey();
    await screen.findByText('Saved');
    expect(asked('patients.create')).toBe(1);
    const { count } = await clinic.admin.patients.count({ filters: {} });
    expect(count).toBe(1);
  });

  it('is asked about before the page is left, and stays or goes as one says', async () => {
    await typeNewPatient();
    await press('Cancel');
    const question = within(await screen.findByRole('dialog', { name: 'You have unsaved changes' }));
    fireEvent.click(question.getByRole('button', { name: 'Keep editing' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await field('Family name')).value).toBe('Okafor');
    await press('Cancel');
    await press('Discard changes');
    await screen.findByRole('heading', { name: 'Patients' });
    await waitFor(async () => expect(await clinic.admin.drafts.list()).toEqual([]));
  });
});

describe('when a colleague was faster', () => {
  async function editBehindAColleague() {
    const patient = await addPatient(clinic.admin, { familyName: 'Hale', city: 'Bath', notes: 'old' });
    await open(`/patients/${patient.id}/edit`);
    await type('City', 'York');
    const theirs = { ...formOf(patient), city: 'Leeds', notes: 'new' };
    await clinic.admin.patients.update({ id: patient.id, version: patient.version, patient: theirs });
    saveByKey();
    return patient.id;
  }
  const chosen = (name: string) => screen.getByLabelText<HTMLInputElement>(name).checked;

  it('each field is proposed from whoever changed it, and what is chosen is saved', async () => {
    const id = await editBehindAColleague();
    await screen.findByRole('dialog', { name: /Somebody else saved this/ });
    expect([chosen('City: Mine'), chosen('Notes: Colleague’s')]).toEqual([true, true]);
    await press('Save these values');
    await screen.findByText('Saved');
    expect(await stored(id)).toMatchObject({ city: 'York', notes: 'new' });
  });

  it('nothing is saved when the choice is put off, and nothing typed is lost', async () => {
    const id = await editBehindAColleague();
    const question = await screen.findByRole('dialog', { name: /Somebody else saved this/ });
    fireEvent.click(within(question).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await field('City')).value).toBe('York');
    expect(await stored(id)).toMatchObject({ city: 'Leeds' });
  });
});
