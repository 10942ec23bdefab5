import { doctorOfUser, getDoctor } from '#db/queries/people/doctors.ts';
import { doctorsOfUsers as stored } from '#db/queries/people/doctorsOfUsers.ts';
import { callerOf } from '#main/call/caller.ts';
import type { DoctorsOfUsers } from '#main/modules/accounts/users/doctors.ts';
import { changeRecord } from '#main/records/save.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { hasPermission } from '#main/services/users.ts';
import { doctorStore } from './store.ts';

/** The record of a doctor changes with the account they have, so that this takes that right, too. */
const link: DoctorsOfUsers['link'] = async (context, at, { userId, doctorId }) => {
  const before = await doctorOfUser(at.tx, userId);
  if ((before?.id ?? null) === doctorId) return;
  if (!hasPermission(callerOf(context), 'doctors.change')) throw new Refusal('FORBIDDEN');
  const next = doctorId === null ? undefined : await getDoctor(at.tx, doctorId);
  if (doctorId !== null && next?.status !== 'active') throw wrongField('user.doctorId', 'validation.doctorNotActive');
  if (next?.userId) throw wrongField('user.doctorId', 'validation.userLinked');
  if (before) await changeRecord(at, doctorStore, before, { userId: null });
  if (next) await changeRecord(at, doctorStore, next, { userId });
};

/** What the users' module asks of doctors. */
export const doctorsOfUsers: DoctorsOfUsers = { of: stored, link };
