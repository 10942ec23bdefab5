import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/engine.ts';
import { visitType } from '#db/schema/desk/visitType.ts';
import { fold, words } from '#db/search/fold.ts';

export type VisitType = typeof visitType.$inferSelect;
/** What a new visit type is made of; `sort_name` is filled here. */
export type NewVisitType = Omit<typeof visitType.$inferInsert, 'id' | 'sortName' | 'version'>;
type Changes = Partial<Omit<NewVisitType, 'createdAt' | 'createKey'>> & { updatedAt: number };

export interface VisitTypeFilters {
  /** Active ones when left out. */
  status?: 'active' | 'archived' | 'all' | undefined;
  /** Beginnings of words of the name, in any order, as typed. */
  text?: string | undefined;
}

/** No clinic has more; the list ends here. */
const MOST = 1_000;

/** Visit types by name; of those that were looked for, the archived ones last. They are few enough to look through. */
export async function listVisitTypes(
  reader: Reader,
  { status = 'active', text = '' }: VisitTypeFilters = {},
): Promise<VisitType[]> {
  const typed = words(text);
  const rows = await reader
    .select()
    .from(visitType)
    .where(status === 'all' ? undefined : eq(visitType.status, status))
    .orderBy(...(typed.length > 0 ? [asc(visitType.status)] : []), asc(visitType.sortName))
    .limit(MOST);
  return rows.filter((row) => typed.every((word) => words(row.name).some((part) => part.startsWith(word))));
}

/** The visit type with this id, or undefined. */
export async function getVisitType(reader: Reader, id: number): Promise<VisitType | undefined> {
  const [row] = await reader.select().from(visitType).where(eq(visitType.id, id));
  return row;
}

/** The visit type that a form with this create key has made, or undefined. */
export async function visitTypeMadeBy(reader: Reader, createKey: string): Promise<VisitType | undefined> {
  const [row] = await reader.select().from(visitType).where(eq(visitType.createKey, createKey));
  return row;
}

/** The visit type of this name, however it is written, archived ones too; or undefined. */
export async function visitTypeNamed(reader: Reader, name: string): Promise<VisitType | undefined> {
  const [row] = await reader
    .select()
    .from(visitType)
    .where(eq(visitType.sortName, fold(name)));
  return row;
}

/** Adds a visit type. Raises when its name or create key is another's. */
export async function insertVisitType(tx: Writer, values: NewVisitType): Promise<VisitType> {
  return tx
    .insert(visitType)
    .values({ ...values, sortName: fold(values.name) })
    .returning()
    .get();
}

/** Changes a visit type that is still as `before`. Returns the new row, or undefined when somebody else was first. */
export async function updateVisitType(tx: Writer, before: VisitType, changes: Changes): Promise<VisitType | undefined> {
  const { id, version } = before;
  return tx
    .update(visitType)
    .set({ ...changes, sortName: fold(changes.name ?? before.name), version: version + 1 })
    .where(and(eq(visitType.id, id), eq(visitType.version, version)))
    .returning()
    .get();
}
