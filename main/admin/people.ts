import { plainName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { allUserNames, namesOfUsers as storedNames } from '#db/queries/accounts/userNames.ts';
import { words } from '#db/search/fold.ts';

/** What people of the staff are called, by the numbers of their accounts. */
export async function namesOfUsers(reader: Reader, ids: Iterable<number | null>): Promise<Map<number, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  return new Map((await storedNames(reader, wanted)).map((row) => [row.id, plainName(row)]));
}

const MOST_PEOPLE = 200;

/** The staff, for a filter by person. */
export async function staffOptions(reader: Reader): Promise<Array<{ value: string; label: string }>> {
  const rows = await allUserNames(reader, MOST_PEOPLE);
  return rows.map((row) => ({ value: String(row.id), label: plainName(row) }));
}

/** The accounts whose name or username begins with every word typed. */
export async function usersNamed(reader: Reader, text: string): Promise<number[]> {
  const typed = words(text);
  return (await allUserNames(reader))
    .filter((row) => {
      const parts = words(`${row.username} ${plainName(row)}`);
      return typed.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .map((row) => row.id);
}
