import { MAX_PHOTO_BYTES } from '#contract/people/photos.ts';
import { say } from './i18n.ts';
import type { Problem } from './problem.ts';

/** Why a picture is too large to be sent at all; null when it is not. */
export function pictureProblem(file: Blob): Problem | null {
  if (file.size <= MAX_PHOTO_BYTES) return null;
  return { code: 'TOO_LARGE', text: say('errors.photoTooLarge', { limit: MAX_PHOTO_BYTES / 1024 / 1024 }) };
}
