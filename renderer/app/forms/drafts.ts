/** A form as it was when its page was taken away from under it, as by the end of a session. */
export interface Draft<Values> {
  base: Values;
  values: Values;
  version: number;
}

const drafts = new Map<string, Draft<unknown>>();

/** Keeps what somebody entered on a page until the same person comes back to it. */
export function keepDraft(userId: number, path: string, draft: Draft<unknown>): void {
  drafts.set(`${userId} ${path}`, draft);
}

/** What this person left unsaved on this page. */
export function findDraft<Values>(userId: number): Draft<Values> | undefined {
  return drafts.get(`${userId} ${location.pathname}`) as Draft<Values> | undefined;
}

/** Forgets it, once it stands in the form again. */
export function dropDraft(userId: number): void {
  drafts.delete(`${userId} ${location.pathname}`);
}
