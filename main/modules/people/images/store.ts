import { told } from '#contract/ground/shape.ts';
import { imageForm } from '#contract/people/images.ts';
import {
  getImage,
  imageMadeBy,
  insertImage,
  type NewImage,
  type StoredImage,
  updateImage,
} from '#db/queries/people/images.ts';
import type { RecordStore } from '#main/records/save.ts';

/** How images are kept; a new one comes with the two sizes of its file. */
export const imageStore = (sizes?: { large: Buffer; small: Buffer }) =>
  ({
    kind: 'image',
    told: told(imageForm),
    get: getImage,
    made: imageMadeBy,
    insert(tx, values) {
      if (!sizes) throw new Error('an image is not stored without its file');
      return insertImage(tx, values, sizes);
    },
    update: updateImage,
  }) satisfies RecordStore<StoredImage, Omit<NewImage, 'createdAt' | 'updatedAt'> & { tags: string[] }>;
