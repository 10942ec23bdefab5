import { doctorOfUser, getDoctor } from '#db/queries/people/doctors.ts';
import { callerOf } from '#main/call/caller.ts';
import type { LinkDoctor } from '#main/modules/accounts/users/save.ts';
import { changeRecord } from '#main/records/save.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { hasPermission } from '#main/services/users.ts';
import { doctorStore } from './store.ts';

/** Makes this the account of that doctor, and of no other; their record changes with it, so that it takes that right, too. */
export const linkDoctor: LinkDoctor = async (context, at, { userId, doctorId }) => {
  const before = await doctorOfUser(at.tx, userId);
  if ((before?.id ?? null) === doctorId) return;
  if (!hasPermission(callerOf(context), 'doctors.change')) throw new Refusal('FORBIDDEN');
  const next = doctorId === null ? undefined : await getDoctor(at.tx, doctorId);
  if (doctorId !== null && next?.status !== 'active') throw wrongField('user.doctorId', 'validation.doctorNotActive');
  if (next?.userId) throw wrongField('user.doctorId', 'validation.userLinked');
  if (before) await changeRecord(at, doctorStore, before, { userId: null });
  if (next) await changeRecord(at, doctorStore, next, { userId });
};
