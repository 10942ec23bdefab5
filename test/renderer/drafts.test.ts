import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_DRAFT_BYTES } from '#contract/system/drafts.ts';
import { ConnectionLostError } from '#renderer/connection.ts';
import { ADMINISTRATOR, startClinic } from '#test/support/backend.ts';

/** The page's journal of what is typed, on the real backend; only the line between the two is the test's own. */
const line = vi.hoisted(() => ({
  isUp: true,
  call: async (_path: readonly string[], _input: unknown): Promise<unknown> => null,
}));
vi.mock('#renderer/transport.ts', () => ({
  insideDesktop: false,
  link: { call: (path: readonly string[], input: unknown) => line.call(path, input) },
}));
const { DraftKeeper, findDraft, hasUnsentDrafts, saveDraftsNow, sendUnsentDrafts } = await import(
  '#renderer/app/forms/drafts.ts'
);

type Calls = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
/** What was asked of main, in its order. */
const asked: string[] = [];
let clinic: Awaited<ReturnType<typeof startClinic>>;

beforeAll(async () => {
  clinic = await startClinic();
  const procedures = clinic.admin as unknown as Calls;
  line.call = async ([module = '', name = ''], input) => {
    asked.push(`${module}.${name}`);
    if (!line.isUp) throw new ConnectionLostError();
    return procedures[module]?.[name]?.(input);
  };
});
afterAll(() => clinic.backend.close());

const FORM = 'patients/42/edit';
const typed = (city: string) => ({
  base: { city: 'Bath' },
  values: { city },
  version: 3,
  createKey: '0b6f6a0e-6e0c-4d3a-9d35-0d2f1c9a7b11',
});
let words: ReturnType<typeof typed> | null = null;
let keeper: InstanceType<typeof DraftKeeper>;
const type = (city: string) => {
  words = typed(city);
  keeper.changed();
};

beforeEach(() => {
  // The rest of the hands alone: what main waits for passes by the real clock.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  words = null;
  asked.length = 0;
  line.isUp = true;
  keeper = new DraftKeeper(FORM, `/${FORM}`, () => words);
});
afterEach(async () => {
  vi.useRealTimers();
  await keeper.discard();
});

describe('what is typed in a form', () => {
  it('is with main once the hands rest, and not before', async () => {
    type('York');
    expect(hasUnsentDrafts()).toBe(true);
    vi.advanceTimersByTime(299);
    type('York and beyond');
    vi.advanceTimersByTime(299);
    expect(await findDraft(FORM)).toBeNull();
    expect(asked).toEqual(['drafts.get']);
    vi.advanceTimersByTime(1);
    await findDraft(FORM);
    expect(asked).toContain('drafts.save');
    await keeper.save();
    expect(await findDraft(FORM)).toEqual(typed('York and beyond'));
    expect(hasUnsentDrafts()).toBe(false);
  });

  it('is with main within a second though the hands never rest', async () => {
    for (let letters = 1; letters <= 8; letters += 1) {
      type('x'.repeat(letters));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked).toContain('drafts.save');
    await saveDraftsNow();
    vi.advanceTimersByTime(700);
    expect(asked.filter((call) => call === 'drafts.save')).toHaveLength(2);
  });

  it('is sent at once when the page is about to go', async () => {
    type('York');
    await saveDraftsNow();
    expect(await findDraft(FORM)).toEqual(typed('York'));
  });

  it('is taken back from main when nothing is unsaved any more', async () => {
    type('York');
    await saveDraftsNow();
    words = null;
    keeper.changed();
    await saveDraftsNow();
    expect(await findDraft(FORM)).toBeNull();
  });

  it('leaves nothing behind when it is given up while it is on its way', async () => {
    type('York');
    const sending = keeper.save();
    await keeper.discard();
    await sending;
    expect(await findDraft(FORM)).toBeNull();
    expect(hasUnsentDrafts()).toBe(false);
  });

  it('is not mistaken for something else that lies under the same name', async () => {
    await clinic.admin.drafts.save({ formKey: FORM, data: { form: 1, path: '/patients' } });
    expect(await findDraft(FORM)).toBeNull();
    expect(await findDraft('patients/new')).toBeNull();
  });
});

describe('what could not be told to main', () => {
  it('is kept while the line is down, and sent when it is back', async () => {
    line.isUp = false;
    type('York');
    await saveDraftsNow();
    expect(hasUnsentDrafts()).toBe(true);
    await sendUnsentDrafts();
    expect(hasUnsentDrafts()).toBe(true);
    line.isUp = true;
    await sendUnsentDrafts();
    expect(hasUnsentDrafts()).toBe(false);
    expect(await findDraft(FORM)).toEqual(typed('York'));
  });

  it('waits for whoever typed it to sign in again', async () => {
    type('York');
    await clinic.admin.accounts.signOut();
    await saveDraftsNow();
    expect(hasUnsentDrafts()).toBe(true);
    await clinic.admin.accounts.signIn({ username: ADMINISTRATOR.username, password: ADMINISTRATOR.password });
    await sendUnsentDrafts();
    expect(await findDraft(FORM)).toEqual(typed('York'));
  });

  it('is sent as it was typed last', async () => {
    line.isUp = false;
    type('York');
    await saveDraftsNow();
    type('Leeds');
    await saveDraftsNow();
    line.isUp = true;
    await sendUnsentDrafts();
    expect(await findDraft(FORM)).toEqual(typed('Leeds'));
  });

  it('is forgotten when it is given up, or when main will not have it at all', async () => {
    line.isUp = false;
    type('York');
    await saveDraftsNow();
    await keeper.discard();
    expect(hasUnsentDrafts()).toBe(false);
    line.isUp = true;
    type('x'.repeat(MAX_DRAFT_BYTES));
    await saveDraftsNow();
    expect(hasUnsentDrafts()).toBe(false);
    expect(await findDraft(FORM)).toBeNull();
  });
});
