import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { startClinic } from '#test/support/backend.ts';
import { addPatient, formOf } from '#test/support/people.ts';
import { codeOf, hire, PASSWORD, setRules } from '#test/support/staff.ts';

/** Whoever may not see a record learns that it changed, when and by whom; not what, and not whose it is. */

let clinic: Awaited<ReturnType<typeof startClinic>>;
let patient: Awaited<ReturnType<typeof addPatient>>;
beforeEach(async () => {
  clinic = await startClinic();
  const before = await addPatient(clinic.admin, { familyName: 'Quillfeather', givenName: 'Zenobia' });
  const form = { ...formOf(before), notes: 'allergic to penicillin', familyName: 'Quillfeather-Ash' };
  patient = await clinic.admin.patients.update({ id: before.id, version: before.version, patient: form });
});
afterEach(() => clinic.backend.close());

const auditor = (permissions: string[] = []) =>
  hire(clinic, 'auditor', { isStaff: true, permissions: ['audit.view', ...permissions] });

type Client = Awaited<ReturnType<typeof auditor>>['client'];
const recent = (client: Client, opening: string = crypto.randomUUID()) => client.admin.recent({ opening });

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** What of the record is nobody’s business who may not see it. */
const ITS_OWN = /penicillin|Quillfeather|Zenobia|1984/;

describe('somebody who may see the audit and no patients', () => {
  it('sees on the first page that a patient was changed, when and by whom, and nothing of what', async () => {
    const { client } = await auditor();
    const events = await recent(client);
    const seen = events.find(({ entity, action }) => entity === 'patient' && action === 'update');
    expect(seen).toMatchObject({ who: 'Ada Moreau', workstation: 'FRONT-DESK-2', changes: [], label: null });
    expect(seen?.at).toBe(clinic.backend.clock.now());
    expect(seen).toMatchObject({ table: null, recordId: null });
    expect(JSON.stringify(events)).not.toMatch(ITS_OWN);
  });

  it('sees in the audit and what is exported of it no patient’s name or number, nor finds by one', async () => {
    const { client } = await auditor();
    const { rows } = await client.admin.list({ table: 'audit' });
    const ofPatients = rows.filter(({ cells }) => cells.entity === 'patient');
    expect(ofPatients.map(({ cells }) => [cells.person, cells.subject])).toContainEqual(['Ada Moreau', null]);
    expect(JSON.stringify(rows)).not.toContain(patient.mrn);
    expect(JSON.stringify(rows)).not.toContain(patient.familyName);
    await client.accounts.confirmPassword({ password: PASSWORD });
    const exported = await textOf(await client.admin.exportCsv({ table: 'audit' }));
    expect(exported).toContain('Ada Moreau');
    expect(exported).not.toContain(patient.mrn);
    expect((await client.admin.list({ table: 'audit', text: patient.mrn })).rows).toEqual([]);
  });

  it('gets neither the record’s history nor what it was', async () => {
    const { client } = await auditor();
    const one = { table: 'patients', id: String(patient.id) };
    expect(await codeOf(client.admin.history(one))).toBe('FORBIDDEN');
    expect(await codeOf(client.admin.asOf({ ...one, at: clinic.backend.clock.now() }))).toBe('FORBIDDEN');
  });

  it('is told nothing of patients on the dashboard', async () => {
    const { client } = await auditor();
    expect((await client.dashboard.figures()).changes).toEqual([]);
  });

  it('sees no value of a setting, of an account or of a group either', async () => {
    await setRules(clinic.admin, { registration: { policy: 'open', groupId: 3 } });
    const { version } = await clinic.admin.groups.get({ id: 3 });
    await clinic.admin.groups.update({ id: 3, version, group: { name: 'Front desk', permissions: [], startPage: '' } });
    const { client } = await auditor();
    const events = await recent(client);
    expect(events.map(({ entity }) => entity)).toEqual(expect.arrayContaining(['settings', 'group', 'user']));
    expect(events.flatMap(({ changes, label }) => [...changes, ...(label ? [label] : [])])).toEqual([]);
  });
});

describe('somebody who may see both', () => {
  it('sees what was changed, and of whom', async () => {
    const { client } = await auditor(['patients.view']);
    const seen = (await recent(client)).find(({ entity, action }) => entity === 'patient' && action === 'update');
    expect(seen).toMatchObject({ table: 'patients', recordId: String(patient.id) });
    expect(seen?.label).toMatch(/Quillfeather-Ash/);
    expect(seen?.changes).toContainEqual({ field: 'notes', from: '', to: 'allergic to penicillin' });
    expect((await client.admin.list({ table: 'audit', text: patient.mrn })).rows).not.toEqual([]);
  });

  it('sees of each setting what the right to that setting opens', async () => {
    await setRules(clinic.admin, { registration: { policy: 'open', groupId: 3 } });
    const changesSeen = async (client: Client) =>
      (await recent(client)).filter(({ entity }) => entity === 'settings').flatMap(({ changes }) => changes);
    const { client } = await auditor(['settings.view']);
    expect((await changesSeen(client)).map(({ field }) => field)).not.toContain('registration');
    expect((await changesSeen(clinic.admin)).map(({ field }) => field)).toContain('registration');
  });
});

describe('opening the page of what was done lately', () => {
  const rowsOfRecent = async () => {
    await clinic.backend.services.audit.flush();
    return clinic.backend.services.db.read(async (reader) =>
      reader
        .select()
        .from(auditEvent)
        .where(and(eq(auditEvent.procedure, 'admin.recent'), eq(auditEvent.outcome, 'ok'))),
    );
  };

  it('leaves a row each time it is opened, and none when the open page asks again', async () => {
    const { client, id } = await auditor();
    const opening = crypto.randomUUID();
    await recent(client, opening);
    await recent(client, opening);
    const row = { userId: id, action: 'query', entity: 'admin', outcome: 'ok' };
    expect(await rowsOfRecent()).toMatchObject([row]);
    await recent(client);
    expect(await rowsOfRecent()).toMatchObject([row, row]);
  });

  it('leaves a row of the next person and of the next window, whatever they call their opening', async () => {
    const opening = crypto.randomUUID();
    const { client } = await auditor();
    await recent(client, opening);
    await recent(clinic.admin, opening);
    await client.accounts.signOut();
    await client.accounts.signIn({ username: 'ada', password: 'violet-harbour-lantern-42' });
    await recent(client, opening);
    expect((await rowsOfRecent()).map(({ userId }) => userId)).toHaveLength(3);
  });
});

describe('a notice that somebody registered or forgot a password', () => {
  it('goes to those who can help and may see who it is, and to nobody who may only do the one', async () => {
    await setRules(clinic.admin, { registration: { policy: 'approval', groupId: null } });
    const blind = await hire(clinic, 'blind', { permissions: ['users.change', 'users.delete'] });
    const helper = await hire(clinic, 'helper', { permissions: ['users.view', 'users.change', 'users.delete'] });
    const stranger = clinic.backend.station().client;
    const names = { givenName: 'Zenobia', familyName: 'Comer', email: '' };
    await stranger.accounts.register({ ...names, username: 'zenobia', password: PASSWORD });
    await stranger.accounts.requestReset({ username: 'helper' });
    const { messages, backgroundTasks } = clinic.backend.services;
    await backgroundTasks.close();
    expect((await messages.take(helper.id)).map(({ key }) => key)).toEqual([
      'accounts.approvalAsked',
      'accounts.resetAsked',
    ]);
    expect(await messages.take(blind.id)).toEqual([]);
  });
});
