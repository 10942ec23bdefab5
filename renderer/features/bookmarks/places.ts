import type { Bookmark } from '#contract/bookmarks.ts';
import { imageUrl, mediaUrl } from '#renderer/client.ts';

/** Where a bookmark leads. */
export const placeOf = ({ kind, id }: Bookmark): string => `/${kind}s/${id}`;

/** Its picture, if there is one. */
export const pictureOf = ({ kind, pictureId }: Bookmark): string | null =>
  kind === 'image' && pictureId !== null ? imageUrl(pictureId, 'small') : mediaUrl(pictureId, 96);
