import sharp from 'sharp';

/** The most pixels a picture may have before it is opened at all. */
const MOST_PIXELS = 40_000_000;

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

/** Opens a picture; what is damaged fails when it is read. */
export const open = (file: Buffer) => sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' });

/** The size of the picture as it is seen. Raises {@link ImageError}. */
export async function uprightSize(file: Buffer): Promise<{ width: number; height: number }> {
  // The size in the header is read without the limit, so that "too large" and "no picture" can be told apart.
  if (file.length === 0) throw new ImageError('notPicture');
  const header = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!header?.width || !header.height) throw new ImageError('notPicture');
  if (header.width * header.height > MOST_PIXELS) throw new ImageError('tooManyPixels');
  return header.autoOrient;
}
