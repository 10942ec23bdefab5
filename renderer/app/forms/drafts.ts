import * as z from 'zod';
import { client, orpc } from '#renderer/client.ts';
import { isRefusedForGood } from '../problem.ts';
import { queryClient } from '../query.ts';
import { recordName } from './recordName.ts';

/** How long the hands rest before what they typed goes to main, in milliseconds. */
const PAUSE = 300;
/** Hands that never rest are not waited for longer than this: with the way to the disk, less than a second is ever lost. */
const LONGEST_WAIT = 700;

/** A form as somebody left it: what it was filled with, what stands in it, and whose version it was. */
const draft = z.object({
  base: z.record(z.string(), z.unknown()),
  values: z.record(z.string(), z.unknown()),
  version: z.int(),
  /** So that a new record that was perhaps stored is not stored twice. */
  createKey: z.uuid(),
});
export type Draft = z.output<typeof draft>;

const waiting = new Set<() => Promise<void>>();

/** What main has not answered for yet, by form: in this page's memory alone, and for nobody but who typed it. */
const unsent = new Map<string, Unsent>();

interface Unsent {
  path: string;
  data: Draft;
}

/** True while something that was typed is known to this page alone. */
export const hasUnsentDrafts = (): boolean => waiting.size > 0 || unsent.size > 0;

/** Tries once more what did not reach main. Only to be called while the one who typed it is the one signed in. */
export async function sendUnsentDrafts(): Promise<void> {
  await Promise.all([...unsent].map(([formKey, one]) => send(formKey, one).catch(() => {})));
}

/** Has main keep everything that was typed up to now, before the page is taken away. */
export async function saveDraftsNow(): Promise<void> {
  await Promise.all([...waiting].map((save) => save()));
}

/** What the user left unsaved in this form; null when there is nothing, or nothing that can be read. */
export async function findDraft(formKey: string): Promise<Draft | null> {
  const kept = await client.drafts.get({ formKey }).catch(() => null);
  return draft.safeParse(kept?.data).data ?? null;
}

/** Keeps main's copy of one form in step with what is typed in it. */
export class DraftKeeper {
  readonly #formKey: string;
  /** Where the form is. */
  readonly #path: string;
  /** What is unsaved now; null when nothing is. */
  readonly #current: () => Draft | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest of what main does not know yet was typed. */
  #since = 0;
  #turn: Promise<void> = Promise.resolve();

  constructor(formKey: string, path: string, current: () => Draft | null) {
    this.#formKey = formKey;
    this.#path = path;
    this.#current = current;
  }

  /** Something was typed: main gets it as soon as the hands rest, and soon where they do not. */
  changed(): void {
    const now = performance.now();
    if (!waiting.has(this.save)) this.#since = now;
    waiting.add(this.save);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.save, Math.min(PAUSE, this.#since + LONGEST_WAIT - now));
  }

  /** Saves now what waits to be saved. */
  save = (): Promise<void> => {
    if (!waiting.delete(this.save)) return this.#turn;
    clearTimeout(this.#timer);
    const data = this.#current();
    if (!data) return this.discard();
    const now = { path: this.#path, data };
    unsent.set(this.#formKey, now);
    return this.#inTurn(() => send(this.#formKey, now));
  };

  /** Has main keep it under a name and a place of its own, so that the form is free for another. Fails when main does not. */
  async putAside(formKey: string, path: string, data: Draft): Promise<void> {
    clearTimeout(this.#timer);
    await this.#turn;
    await client.drafts.save({ formKey, ...sent({ path, data }) });
    waiting.delete(this.save);
    unsent.delete(this.#formKey);
    if (formKey !== this.#formKey) await client.drafts.discard({ formKey: this.#formKey });
    refreshList();
  }

  /** Main need not keep it any longer. */
  discard(): Promise<void> {
    clearTimeout(this.#timer);
    waiting.delete(this.save);
    unsent.delete(this.#formKey);
    return this.#inTurn(() => client.drafts.discard({ formKey: this.#formKey })).then(refreshList);
  }

  /** A draft that cannot be kept is no reason to disturb the one who types. */
  #inTurn(call: () => Promise<unknown>): Promise<void> {
    this.#turn = this.#turn.then(call).then(
      () => {},
      () => {},
    );
    return this.#turn;
  }
}

/** What could not be told now stays unsent; what main will not have at all is not kept for it. */
async function send(formKey: string, now: Unsent): Promise<void> {
  // Newer words, or none any more, stand in the form meanwhile.
  if (unsent.get(formKey) !== now) return;
  await client.drafts.save({ formKey, ...sent(now) }).catch((error) => {
    if (!isRefusedForGood(error)) throw error;
  });
  if (unsent.get(formKey) === now) unsent.delete(formKey);
}

const sent = ({ path, data }: Unsent) => ({
  data: JSON.parse(JSON.stringify(data)),
  heading: { path, name: recordName(data.values) },
});

/** The list of unfinished forms is another now. */
const refreshList = (): void => void queryClient.invalidateQueries({ queryKey: orpc.drafts.list.key() });
