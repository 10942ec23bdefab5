import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { client } from '#renderer/client.ts';
import { type ListMemory, recallLists, rememberLists } from '../listMemory.ts';

/** This window, for as long as it lives, however often its page is loaded anew. */
const thisWindow = sessionStorage.getItem('window') ?? crypto.randomUUID();
sessionStorage.setItem('window', thisWindow);
const KEY = { formKey: 'place' };

/** Places that were kept in another form, by another version, are not understood. */
const FORM = 1;

/** Where somebody stood in a window: kept by main among their drafts, for the page itself forgets it. */
interface LeftOff {
  form: typeof FORM;
  window: string;
  path: string;
  search: string;
  scrollTop: number;
  /** The field that had the cursor. */
  field: string;
  lists: Record<string, ListMemory>;
}

let wanted: Pick<LeftOff, 'scrollTop' | 'field'> | null = null;

/** Has main keep where the user stands now. */
export async function keepPlace(): Promise<void> {
  const { activeElement } = document;
  const place: LeftOff = {
    form: FORM,
    window: thisWindow,
    path: location.pathname,
    search: location.search,
    scrollTop: document.querySelector('main')?.scrollTop ?? 0,
    field: (activeElement instanceof HTMLElement && activeElement.dataset.path) || '',
    lists: recallLists(),
  };
  await client.drafts.save({ ...KEY, data: JSON.parse(JSON.stringify(place)) }).catch(() => {});
}

/** Takes out of the address what was looked for; the page's own number stays. */
export function clearAddress(): void {
  if (location.search || location.hash) history.replaceState(null, '', location.pathname);
}

async function takePlace(): Promise<LeftOff | null> {
  const kept = await client.drafts.get(KEY).catch(() => null);
  if (!kept) return null;
  await forgetPlace();
  // Written by this page itself, under a key of its own; `form` tells whether by this version of it.
  const place = kept.data as unknown as LeftOff;
  return place.form === FORM ? place : null;
}

/** After unlocking: the page as it was in this window. */
export async function resumePlace(): Promise<void> {
  const kept = await takePlace();
  if (kept?.window === thisWindow && kept.path === location.pathname) enter(kept);
}

/** After signing in: where one was heading, else where one was locked out, else one's start page. */
export async function arrive({ mustChangePassword, preferences }: CurrentUser): Promise<void> {
  if (mustChangePassword || location.pathname !== '/') return;
  const kept = await takePlace();
  if (kept) enter(kept);
  else if (preferences.startPage) history.replaceState(null, '', preferences.startPage);
}

function enter(kept: LeftOff): void {
  history.replaceState(null, '', kept.path + kept.search);
  rememberLists(kept.lists);
  wanted = kept;
}

/** Leaving for good: the next time begins at the start page. */
export async function forgetPlace(): Promise<void> {
  await client.drafts.discard(KEY).catch(() => {});
}

/** What is wanted back by the page that comes next, once. */
export function takeWanted(): typeof wanted {
  const taken = wanted;
  wanted = null;
  return taken;
}
