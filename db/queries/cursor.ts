/** Where a page of a list begins or ends: the sort key of one row. Text to others, who only hand it back. */
export type Cursor = string;

export type SortKey = ReadonlyArray<string | number>;

export function toCursor(key: SortKey): Cursor {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor. Raises RangeError when it is not a cursor of a list with `length` sort columns. */
export function fromCursor(cursor: Cursor, length: number): SortKey {
  const key = parsed(cursor);
  const fits =
    Array.isArray(key) &&
    key.length === length &&
    key.every((part) => typeof part === 'string' || typeof part === 'number');
  if (!fits) throw new RangeError('not a cursor of this list');
  return key;
}

function parsed(cursor: Cursor): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
