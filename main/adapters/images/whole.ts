import type { LibrarySizes } from '#main/ports.ts';
import { ImageError, open, uprightSize } from './open.ts';

const LARGE = 2000;
const SMALL = 400;

/**
 * The two stored sizes of a picture of the library: turned upright by its own mark, never cut, never made larger, encoded
 * anew as WebP, which leaves every kind of metadata behind. Raises {@link ImageError}.
 */
export async function wholePicture(file: Buffer): Promise<LibrarySizes> {
  await uprightSize(file);
  try {
    const { data: large, info } = await within(open(file).autoOrient(), LARGE)
      .webp({ quality: 85 })
      .toBuffer({ resolveWithObject: true });
    const small = await within(open(large), SMALL).webp({ quality: 80 }).toBuffer();
    return { large, small, width: info.width, height: info.height };
  } catch {
    throw new ImageError('damaged');
  }
}

const within = (picture: ReturnType<typeof open>, side: number) =>
  picture.resize(side, side, { fit: 'inside', withoutEnlargement: true });
