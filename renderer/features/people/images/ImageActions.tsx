import { useTranslation } from 'react-i18next';
import type { Image } from '#contract/people/images.ts';
import { ArchiveMenu } from '#renderer/app/record/ArchiveMenu.tsx';
import { EditButton } from '#renderer/app/record/EditButton.tsx';
import { client } from '#renderer/client.ts';
import { refreshImages } from './useImages.ts';

async function archive({ id, version }: Image) {
  const archived = await client.images.archive({ id, version });
  await refreshImages();
  return () => restore(archived);
}

async function restore({ id, version }: Image): Promise<void> {
  await client.images.restore({ id, version });
  await refreshImages();
}

/** What can be done with an image. */
export function ImageActions({ image }: { image: Image }) {
  const { t } = useTranslation('images');
  const words = {
    archive: t('archive'),
    restore: t('restore'),
    archived: t('archived', { caption: image.caption }),
  };
  return (
    <>
      <ArchiveMenu
        record={image}
        permission="images.delete"
        words={words}
        archive={() => archive(image)}
        restore={() => restore(image)}
      />
      <EditButton to={`/images/${image.id}/edit`} permission="images.change" status={image.status} />
    </>
  );
}
