import * as z from 'zod';
import { kindsWith } from '../entities.ts';
import { id } from '../ground/fields.ts';
import { procedure } from '../ground/procedure.ts';

export const photoSubject = z.enum(kindsWith('photo'));
export type PhotoSubject = z.infer<typeof photoSubject>;

/** The square to keep, in pixels of the upright picture. Left out: the largest square around the middle. */
export const photoCrop = z.strictObject({ x: z.number().min(0), y: z.number().min(0), size: z.number().positive() });

/** The largest picture file that is taken in. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

const subject = { subject: photoSubject, subjectId: id };

/**
 * Main decides per subject which permission is needed (patients.change, doctors.change, users.change or one's own photo);
 * the photo itself is served at `<media address>/<photoId>/96` and `/512`.
 */
export const photos = {
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
