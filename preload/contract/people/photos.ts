import * as z from 'zod';
import { kindsWith } from '../entities.ts';
import { id } from '../ground/fields.ts';
import { type Exemption, procedure } from '../ground/procedure.ts';
import { pictureId, pictureSize } from './pictures.ts';

export const photoSubject = z.enum(kindsWith('photo'));
export type PhotoSubject = z.infer<typeof photoSubject>;

/** The square to keep, in pixels of the upright picture. Left out: the largest square around the middle. */
export const photoCrop = z.strictObject({ x: z.number().min(0), y: z.number().min(0), size: z.number().positive() });

/** The largest picture file that is taken in. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

const subject = { subject: photoSubject, subjectId: id };
const stored = z.strictObject({ photoId: pictureId, size: pictureSize });
const always: readonly Exemption[] = ['maintenance', 'lock', 'passwordChange'];

/** Main decides per subject which permission is needed (patients.change, doctors.change, users.change or one's own photo). */
export const photos = {
  /**
   * A photo as stored, 96 or 512 pixels a side. Seeing it takes the right to see whose it is; without that it is NOT_FOUND,
   * as if there were none. Pages use `<media address>/photo/<photoId>/96` and `/512`, which call this.
   */
  read: procedure({ access: 'signedIn', effect: 'read', audit: { action: 'read', entity: 'photo' }, quiet: true })
    .input(stored)
    .output(z.instanceof(Blob)),
  /** The same before anybody signed in: of the recent users of this computer, and of whoever has locked it. */
  readRecentUser: procedure({ access: 'public', effect: 'read', quiet: true, exempt: always })
    .input(stored)
    .output(z.instanceof(Blob)),
  /** Stores a picture in place of any before it; refused with UNSUPPORTED_FILE or TOO_LARGE and a sentence. */
  set: procedure({ access: 'signedIn', effect: 'write', audit: { action: 'update', entity: 'photo' }, bulk: true })
    .input(z.strictObject({ ...subject, file: z.instanceof(Blob), crop: photoCrop.optional() }))
    .output(z.object({ photoId: z.string() })),
  remove: procedure({ access: 'signedIn', effect: 'write', audit: { action: 'update', entity: 'photo' } })
    .input(z.strictObject(subject))
    .output(z.object({})),
  /** Lets this window use the web cam until the answer's time is over; main refuses the camera otherwise. */
  allowCamera: procedure({ access: 'signedIn', effect: 'write' })
    .input(z.strictObject({ on: z.boolean() }))
    .output(z.object({})),
};
