import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoSubject } from '#contract/people/photos.ts';
import type { Permission } from '#contract/permission.ts';
import { usePermission } from '#renderer/app/permission.tsx';
import { useUndoNotice } from '#renderer/app/record/useUndoNotice.ts';
import { mediaUrl } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import classes from './PhotoButton.module.css';

const PhotoDialog = lazy(() => import('./PhotoDialog.tsx').then((module) => ({ default: module.PhotoDialog })));

interface PhotoButtonProps {
  subject: PhotoSubject;
  subjectId: number;
  name: string;
  photoId: string | null;
  size: number;
  /** Who may change it; null where it is one's own. */
  permission: Permission | null;
}

/** A person's photo; who may change it opens the photo dialog by it. */
export function PhotoButton({ subject, subjectId, name, photoId, size, permission }: PhotoButtonProps) {
  const { t } = useTranslation('photos');
  const may = usePermission(permission);
  const { tell } = useUndoNotice(photoId === null ? 'none' : null);
  const [open, setOpen] = useState(false);
  const avatar = <Avatar name={name} src={mediaUrl(photoId, size > 96 ? 512 : 96)} size={size} />;
  if (!may) return avatar;
  return (
    <>
      <Tooltip label={t(photoId ? 'change' : 'add')}>
        <UnstyledButton
          className={classes.button}
          onClick={() => setOpen(true)}
          aria-label={t(photoId ? 'change' : 'add')}
        >
          {avatar}
          <span className={classes.badge} aria-hidden="true">
            <IconCamera size={14} />
          </span>
        </UnstyledButton>
      </Tooltip>
      {open && (
        <Suspense fallback={null}>
          <PhotoDialog
            subject={subject}
            subjectId={subjectId}
            name={name}
            photoId={photoId}
            onRemoved={(putBack) => tell(t('removed'), putBack)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
