import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { PhotoSubject } from '#contract/people/photos.ts';
import type { PictureSize } from '#contract/people/pictures.ts';
import { permissionTo } from '#contract/permission.ts';
import { findPhoto, type PhotoOwner } from '#db/queries/people/photos.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { notFound } from '#main/refusal.ts';
import { recentUsersOf } from '#main/services/recentUsers.ts';
import { hasPermission } from '#main/services/users.ts';
import { webp } from './webp.ts';

interface Wanted {
  photoId: string;
  size: PictureSize;
}

/** A photo that the caller may see. Raises NOT_FOUND, for a photo that is not for these eyes as for none. */
export async function readPhoto(context: Context, wanted: Wanted): Promise<Blob> {
  const found = await stored(context, wanted);
  if (!maySee(callerOf(context), found.subject)) throw notFound();
  noteLook(context, found, wanted.size);
  return webp(found.bytes);
}

/** A photo for the pages in front of the sign-in: of one of the recent users, or of whose station it is. Raises NOT_FOUND. */
export async function readRecentUserPhoto(context: Context, wanted: Wanted): Promise<Blob> {
  if (!(await isShownOutside(context, wanted.photoId))) throw notFound();
  return webp((await stored(context, wanted)).bytes);
}

async function stored({ services }: Context, { photoId, size }: Wanted) {
  const found = await services.db.read((reader) => findPhoto(reader, photoId, size));
  if (!found) throw notFound();
  return found;
}

/** Colleagues see each other; anybody else's photo takes the right to see whose it is. */
const maySee = (who: CurrentUser, subject: PhotoSubject): boolean =>
  subject === 'user' || hasPermission(who, permissionTo('view', subject));

async function isShownOutside({ services, user }: Context, photoId: string): Promise<boolean> {
  if (user?.photoId === photoId) return true;
  const recentUsers = await recentUsersOf(services.db, services.ports.device);
  return recentUsers.some((recentUser) => recentUser.photoId === photoId);
}

/** A small photo belongs to a list that has its own row in the audit; a large one of a patient or doctor is looked at for itself. */
function noteLook(context: Context, { subject, subjectId }: PhotoOwner, size: PictureSize): void {
  if (size === 'small' || subject === 'user') context.call.about = { entity: 'photo', isPassing: true };
  else context.call.touched.push({ entity: subject, id: subjectId, action: 'read', details: { photo: size } });
}
