import { ORPCError } from '@orpc/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { AttentiveLink, attendTo, type Message, takeNotices } from '#renderer/answers.ts';

let calls: unknown[][] = [];
let changes = 0;
let told: Message[] = [];
let password = true;

/** A link that answers with what it is given, one after the other. */
function answering(...answers: unknown[]): AttentiveLink {
  return new AttentiveLink({
    async call(path, input) {
      calls.push([path.join('.'), input]);
      const next = answers.shift();
      if (next instanceof Error) throw next;
      return next;
    },
  });
}
const call = (link: AttentiveLink) => link.call(['me', 'updateUser'], { version: 3 }, { context: {} });
const fresh = () => new ORPCError('FRESH_PASSWORD_REQUIRED');

beforeEach(() => {
  calls = [];
  changes = 0;
  told = [];
  password = true;
  attendTo({
    stationChanged: () => {
      changes += 1;
    },
    askPassword: async () => password,
    tell: (messages) => told.push(...messages),
  });
});

describe('a call', () => {
  it('is made again, once, after the password was given', async () => {
    expect(await call(answering(fresh(), 'saved'))).toBe('saved');
    expect(calls).toEqual([
      ['me.updateUser', { version: 3 }],
      ['me.updateUser', { version: 3 }],
    ]);
    await expect(call(answering(fresh(), fresh()))).rejects.toMatchObject({ code: 'FRESH_PASSWORD_REQUIRED' });
  });

  it('is given up when the password was not given', async () => {
    password = false;
    await expect(call(answering(fresh(), 'saved'))).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(calls).toHaveLength(1);
  });

  it.each(['UNAUTHENTICATED', 'LOCKED', 'PASSWORD_CHANGE_REQUIRED'])(
    'that meets %s has the page look who is here',
    async (code) => {
      await expect(call(answering(new ORPCError(code)))).rejects.toMatchObject({ code });
      expect(changes).toBe(1);
      await expect(call(answering(new ORPCError('CONFLICT')))).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(changes).toBe(1);
    },
  );
});

describe('notices', () => {
  it('ride on answers and are told', async () => {
    const notice = { level: 'info', key: 'accounts.approvalAsked', params: { name: 'Zoë' } };
    const answer = { headers: { 'clinic-notices': encodeURIComponent(JSON.stringify([notice])) } };
    expect(await takeNotices({ next: async () => answer })).toBe(answer);
    expect(told).toEqual([notice]);
    await takeNotices({ next: async () => ({ headers: {} }) });
    expect(told).toHaveLength(1);
  });
});
