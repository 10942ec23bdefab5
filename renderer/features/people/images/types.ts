import type { Image } from '#contract/people/images.ts';

/** An image with those beside it. */
export type ShownImage = Image & { newer: number | null; older: number | null };
