/** How somebody left a list: what is asked of it, where it stood, and which row was chosen. */
export interface ListMemory {
  search: Record<string, unknown>;
  scrollTop: number;
  selected: number | null;
  preview: boolean;
}

const fresh: ListMemory = { search: {}, scrollTop: 0, selected: null, preview: false };
const lists = new Map<string, ListMemory>();

/** How the list at this path was left. */
export function recallList(path: string): ListMemory {
  return lists.get(path) ?? fresh;
}

/** Keeps how a list stands now, for when one comes back to it. */
export function rememberList(path: string, part: Partial<ListMemory>): void {
  lists.set(path, { ...recallList(path), ...part });
}

/** The filters of a list as they were left, for the links that lead back to it. */
export function lastListSearch(path: string): Record<string, unknown> {
  return recallList(path).search;
}

/** All lists by their paths. */
export function recallLists(): Record<string, ListMemory> {
  return Object.fromEntries(lists);
}

/** Puts all lists back as they were. */
export function rememberLists(all: Record<string, ListMemory>): void {
  for (const [path, list] of Object.entries(all)) lists.set(path, list);
}

/** Forgets all of it, before somebody else sits down. */
export function forgetLists(): void {
  lists.clear();
}
