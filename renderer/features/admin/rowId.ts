/** The element of a row; ids of records may hold spaces, those of elements may not. */
export const rowId = (id: string): string => `row-${encodeURIComponent(id)}`;
