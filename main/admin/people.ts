import { asc, inArray } from 'drizzle-orm';
import { plainName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { user } from '#db/schema/index.ts';
import { words } from '#db/search/fold.ts';

/** What people of the staff are called, by the numbers of their accounts. */
export async function namesOfUsers(reader: Reader, ids: Iterable<number | null>): Promise<Map<number, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await reader
    .select({ id: user.id, givenName: user.givenName, familyName: user.familyName })
    .from(user)
    .where(inArray(user.id, wanted));
  return new Map(rows.map((row) => [row.id, plainName(row)]));
}

const MOST_PEOPLE = 200;

/** The staff, for a filter by person. */
export async function staffOptions(reader: Reader): Promise<Array<{ value: string; label: string }>> {
  const rows = await reader
    .select({ id: user.id, givenName: user.givenName, familyName: user.familyName })
    .from(user)
    .orderBy(asc(user.familyName), asc(user.givenName))
    .limit(MOST_PEOPLE);
  return rows.map((row) => ({ value: String(row.id), label: plainName(row) }));
}

/** The accounts whose name or username begins with every word typed. */
export async function usersNamed(reader: Reader, text: string): Promise<number[]> {
  const typed = words(text);
  const rows = await reader
    .select({ id: user.id, username: user.username, givenName: user.givenName, familyName: user.familyName })
    .from(user);
  return rows
    .filter((row) => {
      const parts = words(`${row.username} ${plainName(row)}`);
      return typed.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .map((row) => row.id);
}
