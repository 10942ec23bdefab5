import type { Kind } from '#contract/entities.ts';
import type { Send } from './writeSending.ts';

/** Whatever can send signals inside a transaction: a handler's `change`. */
interface Sender {
  readonly send: Send;
}

/** Saves a record between its two signals, all in the transaction at hand; `id` is null for a new one. */
export async function saving<T extends { id: number }>(
  change: Sender,
  entity: Kind,
  id: number | null,
  save: () => T | Promise<T>,
): Promise<T> {
  await change.send('preSave', { entity, id });
  const row = await save();
  await change.send('postSave', { entity, id: row.id, created: id === null });
  return row;
}

/** Deletes a record between its two signals. */
export async function deleting(change: Sender, entity: Kind, id: number, remove: () => Promise<void>): Promise<void> {
  await change.send('preDelete', { entity, id });
  await remove();
  await change.send('postDelete', { entity, id });
}
