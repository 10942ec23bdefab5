import * as z from 'zod';

/** What the address of the image library says. */
export const imagesSearch = z.object({
  q: z.coerce.string().max(200).optional().catch(undefined),
  tag: z.coerce.string().max(40).optional().catch(undefined),
  status: z.literal('archived').optional().catch(undefined),
});
export type ImagesSearch = z.output<typeof imagesSearch>;

/** What the address of a new image says: a picture on the web, as a link to this page may suggest it. */
export const newImageSearch = z.object({
  title: z.coerce.string().max(200).optional().catch(undefined),
  url: z.coerce.string().max(2000).optional().catch(undefined),
});
