import type { PhotoSizes, Square } from '#main/ports.ts';
import { ImageError, open, uprightSize } from './open.ts';

/** Pixels of one side of the stored squares. */
const LARGE = 512;
const SMALL = 96;

/**
 * The two stored sizes of a picture: turned upright by its own mark, cut to the square (the largest one around the
 * middle when none is given), encoded anew as WebP, which leaves every kind of metadata behind.
 * Raises {@link ImageError}.
 */
export async function squarePhoto(
  file: Buffer,
  crop?: Square,
): Promise<PhotoSizes & { width: number; height: number }> {
  const { width, height } = await uprightSize(file);
  const area = crop ? inside(crop, width, height) : middle(width, height);
  try {
    const large = await open(file).autoOrient().extract(area).resize(LARGE, LARGE).webp({ quality: 85 }).toBuffer();
    const small = await open(large).resize(SMALL, SMALL).webp({ quality: 80 }).toBuffer();
    return { large, small, width: LARGE, height: LARGE };
  } catch {
    throw new ImageError('damaged');
  }
}

function middle(width: number, height: number) {
  const size = Math.min(width, height);
  return { left: Math.floor((width - size) / 2), top: Math.floor((height - size) / 2), width: size, height: size };
}

function inside(crop: Square, width: number, height: number) {
  const size = Math.max(1, Math.min(Math.round(crop.size), width, height));
  const left = Math.max(0, Math.min(Math.round(crop.x), width - size));
  const top = Math.max(0, Math.min(Math.round(crop.y), height - size));
  return { left, top, width: size, height: size };
}
