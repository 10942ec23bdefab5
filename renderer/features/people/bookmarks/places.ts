import { pathOf } from '#contract/entities.ts';
import type { RememberedRecord } from '#contract/people/bookmarks.ts';
import { imageUrl, mediaUrl } from '#renderer/client.ts';

/** Where a bookmark leads. */
export const placeOf = ({ kind, id }: RememberedRecord): string => pathOf(kind, id);

/** Its picture, if there is one. */
export const pictureOf = ({ kind, pictureId }: RememberedRecord): string | null =>
  kind === 'image' && pictureId !== null ? imageUrl(pictureId, 'small') : mediaUrl(pictureId, 96);
