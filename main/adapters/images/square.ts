import sharp from 'sharp';
import type { PhotoSizes, Square } from '#main/ports.ts';

/** The most pixels a picture may have before it is opened at all. */
const MOST_PIXELS = 40_000_000;
/** Pixels of one side of the stored squares. */
const LARGE = 512;
const SMALL = 96;

sharp.cache(false);
sharp.concurrency(1);
// Nothing but these three readers exists, so no other format's code ever sees a stranger's bytes.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });

export type ImageProblem = 'notPicture' | 'tooManyPixels' | 'damaged';

export class ImageError extends Error {
  readonly problem: ImageProblem;

  constructor(problem: ImageProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * The two stored sizes of a picture: turned upright by its own mark, cut to the square (the largest one around the
 * middle when none is given), encoded anew as WebP, which leaves every kind of metadata behind.
 * Raises {@link ImageError}.
 */
export async function squarePhoto(file: Buffer, crop?: Square): Promise<PhotoSizes> {
  const { width, height } = await uprightSize(file);
  const area = crop ? inside(crop, width, height) : middle(width, height);
  try {
    const large = await open(file).autoOrient().extract(area).resize(LARGE, LARGE).webp({ quality: 85 }).toBuffer();
    const small = await open(large).resize(SMALL, SMALL).webp({ quality: 80 }).toBuffer();
    return { large, small };
  } catch {
    throw new ImageError('damaged');
  }
}

const open = (file: Buffer) => sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' });

async function uprightSize(file: Buffer): Promise<{ width: number; height: number }> {
  // The size in the header is read without the limit, so that "too large" and "no picture" can be told apart.
  if (file.length === 0) throw new ImageError('notPicture');
  const header = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!header?.width || !header.height) throw new ImageError('notPicture');
  if (header.width * header.height > MOST_PIXELS) throw new ImageError('tooManyPixels');
  return header.autoOrient;
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
