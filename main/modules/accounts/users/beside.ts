import type { UserForm } from '#contract/accounts/users.ts';
import type { Reader } from '#db/index.ts';
import type { Beside } from '#main/records/save.ts';
import type { DoctorsOfUsers } from './doctors.ts';
import { linksTo, type UserLinks } from './links.ts';

type BesideUser = Required<Beside> & { links: UserLinks };

/** What a user's form says of their groups, rights and doctor that is not so yet. */
export async function besideOf(
  reader: Reader,
  id: number,
  form: UserForm,
  doctors: DoctorsOfUsers,
): Promise<BesideUser> {
  const doctorId = (await doctors.of(reader, [id])).get(id) ?? null;
  const isSame = doctorId === form.doctorId;
  return { links: await linksTo(reader, id, form), changed: isSame ? {} : { doctorId: [doctorId, form.doctorId] } };
}

export const isNothing = ({ links, changed }: BesideUser): boolean =>
  Object.keys(links).length + Object.keys(changed).length === 0;
