import type { Reader } from '#db/index.ts';
import type { Context } from '#main/call/caller.ts';
import type { Saving } from '#main/records/save.ts';

/**
 * What accounts have to ask of doctors. They know nothing of them, since they lie below: the doctors' module answers, and is
 * handed to the users where the modules are put together.
 */
export interface DoctorsOfUsers {
  /** The doctors whose accounts these are, by user. */
  of(reader: Reader, userIds: number[]): Promise<Map<number, number>>;
  /** Makes this the account of that doctor, and of no other. Raises FORBIDDEN and VALIDATION. */
  link(context: Context, at: Saving, link: { userId: number; doctorId: number | null }): Promise<void>;
}
