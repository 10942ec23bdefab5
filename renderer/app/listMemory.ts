/** How somebody left a list: what is asked of it, where it stood, and which row was chosen. */
export interface ListMemory {
  search: Record<string, unknown>;
  scrollTop: number;
  /** Of a list that may begin anywhere: how it was begun, the page in sight, and how far into that it stood. */
  start: { begun: unknown; page: unknown; top: number } | null;
  selected: number | null;
  preview: boolean;
}

const fresh: ListMemory = { search: {}, scrollTop: 0, start: null, selected: null, preview: false };
const lists = new Map<string, ListMemory>();

/** How the list at this path was left. */
export function recallList(path: string): ListMemory {
  return lists.get(path) ?? fresh;
}

/** Where the list at this path stood when the same was asked of it; another one begins at its beginning. */
export function recallPosition(path: string, search: object): Pick<ListMemory, 'scrollTop' | 'start'> {
  const list = recallList(path);
  return JSON.stringify(list.search) === JSON.stringify(search) ? list : fresh;
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
