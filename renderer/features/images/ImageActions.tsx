import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots, IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Image } from '#contract/images.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { Can, usePermission } from '#renderer/app/permission.tsx';
import { keysText, useShortcut } from '#renderer/app/shortcuts.ts';
import { client } from '#renderer/client.ts';
import { EditImageDialog } from './EditImageDialog.tsx';
import { refreshImages } from './useImages.ts';

async function restore({ id, version }: Pick<Image, 'id' | 'version'>): Promise<void> {
  await client.images.restore({ id, version });
  await refreshImages();
}

/** What can be done with an image. */
export function ImageActions({ image }: { image: Image }) {
  const { t } = useTranslation('images');
  const [editing, setEditing] = useState(false);
  const mayEdit = usePermission('images.change') && image.status === 'active';
  const mayArchive = usePermission('images.delete');
  useShortcut('edit', () => setEditing(true), mayEdit && !editing);
  const archive = async () => {
    try {
      const archived = await client.images.archive({ id: image.id, version: image.version });
      await refreshImages();
      showDone(t('archived', { caption: image.caption }), () => restore(archived));
    } catch (error) {
      showProblem(error);
    }
  };
  if (image.status === 'archived')
    return (
      <Can permission="images.delete">
        <Button
          leftSection={<IconArchiveOff size={18} aria-hidden="true" />}
          onClick={() => restore(image).catch(showProblem)}
        >
          {t('restore')}
        </Button>
      </Can>
    );
  return (
    <>
      {mayArchive && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('patients:more')}>
              <IconDots size={18} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconArchive size={18} />} onClick={archive}>
              {t('archive')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {mayEdit && (
        <Button
          leftSection={<IconEdit size={18} aria-hidden="true" />}
          title={keysText('edit')}
          onClick={() => setEditing(true)}
        >
          {t('common:edit')}
        </Button>
      )}
      {editing && <EditImageDialog image={image} onClose={() => setEditing(false)} />}
    </>
  );
}
