import * as z from 'zod';
import { createKey, id, requiredLine, version } from '../ground/fields.ts';
import { personName } from '../ground/person.ts';
import { auditOf, procedure } from '../ground/procedure.ts';
import { stored } from '../ground/shape.ts';
import { pictureId, pictureSize } from './pictures.ts';

const tag = requiredLine(40);

export const imageForm = z.strictObject({
  caption: requiredLine(200),
  tags: z.array(tag).max(20, 'validation.tooMany').default([]),
});
export type ImageForm = z.infer<typeof imageForm>;

export const image = stored(imageForm, {
  /** Names the picture at `<media address>/image/<fileId>/small` and `/large`. */
  fileId: z.string(),
  width: z.int(),
  height: z.int(),
  /** The host it came from; empty for a file. */
  source: z.string(),
  addedBy: personName.nullable(),
});
export type Image = z.infer<typeof image>;

/** An address on the web, as it may stand in a link to this page. */
export const imageLink = z.string().trim().min(1, 'validation.required').max(2_000, 'validation.tooLong');

const place = z.strictObject({ id, version });
const audit = auditOf('image');

/** Teaching and reference pictures of the clinic. */
export const images = {
  /** A page of the library, newest first; `before` is the last id of the page before. */
  list: procedure({ access: 'images.view', effect: 'read' })
    .input(
      z.strictObject({
        text: z.string().max(200).default(''),
        tag: z.string().max(100).optional(),
        status: z.enum(['active', 'archived']).default('active'),
        before: id.optional(),
        limit: z.int().min(1).max(200).default(60),
      }),
    )
    .output(z.object({ rows: z.array(image), next: id.nullable() })),
  /** The tags of active images, the most used first. */
  tags: procedure({ access: 'images.view', effect: 'read' }).output(
    z.array(z.object({ tag: z.string(), images: z.int() })),
  ),
  /** With the ids of the images beside it in the library. */
  get: procedure({ access: 'images.view', effect: 'read' })
    .input(z.strictObject({ id }))
    .output(image.extend({ newer: id.nullable(), older: id.nullable() })),
  /** The picture itself. Pages use `<media address>/image/<fileId>/small` and `/large`, which call this. */
  read: procedure({ access: 'images.view', effect: 'read', quiet: true })
    .input(z.strictObject({ fileId: pictureId, size: pictureSize }))
    .output(z.instanceof(Blob)),
  /** Refused with UNSUPPORTED_FILE or TOO_LARGE and a sentence. */
  add: procedure({ access: 'images.add', effect: 'write', audit: audit('create'), bulk: true })
    .input(z.strictObject({ createKey, file: z.instanceof(Blob), image: imageForm }))
    .output(image),
  /** As `add`, for a picture on the web, which main fetches. Only public https addresses are. */
  addLink: procedure({ access: 'images.add', effect: 'write', audit: audit('create'), bulk: true })
    .input(z.strictObject({ createKey, url: imageLink, image: imageForm }))
    .output(image),
  update: procedure({ access: 'images.change', effect: 'write', audit: audit('update') })
    .input(place.extend({ image: imageForm }))
    .output(image),
  archive: procedure({ access: 'images.delete', effect: 'write', audit: audit('archive') })
    .input(place)
    .output(image),
  restore: procedure({ access: 'images.delete', effect: 'write', audit: audit('restore') })
    .input(place)
    .output(image),
  options: procedure({ access: 'images.view', effect: 'read' }).output(z.object({ links: z.boolean() })),
  /** Whether pictures may be added by their address at all. */
  setOptions: procedure({ access: 'policy.change', effect: 'write', audit: { action: 'update', entity: 'settings' } })
    .input(z.strictObject({ links: z.boolean() }))
    .output(z.object({})),
};
