import * as z from 'zod';

/** The random name of a stored picture: only who was told of a record knows the name of its picture. */
export const pictureId = z.string().regex(/^[\w-]{20,64}$/);

/** For lists, or as large as it is kept. */
export const pictureSize = z.enum(['small', 'large']);
export type PictureSize = z.infer<typeof pictureSize>;
