import { Button } from '@mantine/core';
import { IconCamera, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MAX_PHOTO_BYTES } from '#contract/people/photos.ts';
import { PictureSource } from '#renderer/ui/PictureSource.tsx';
import classes from './photos.module.css';

interface ChooseStageProps {
  onFile: (file: Blob) => void;
  onCamera: () => void;
  /** Null when there is no photo to remove. */
  onRemove: (() => void) | null;
  removing: boolean;
}

/** Where a picture comes from. */
export function ChooseStage({ onFile, onCamera, onRemove, removing }: ChooseStageProps) {
  const { t } = useTranslation('photos');
  return (
    <>
      <PictureSource label={t('drop')} onFile={onFile}>
        {(choose) => (
          <>
            <p className={classes.hint}>{t('drop')}</p>
            <div className={classes.buttons}>
              <Button leftSection={<IconPhoto size={18} aria-hidden="true" />} onClick={choose} data-autofocus>
                {t('file')}
              </Button>
              <Button variant="default" leftSection={<IconCamera size={18} aria-hidden="true" />} onClick={onCamera}>
                {t('camera')}
              </Button>
            </div>
            <p className={classes.limits}>{t('limits', { limit: MAX_PHOTO_BYTES / 1024 / 1024 })}</p>
          </>
        )}
      </PictureSource>
      {onRemove && (
        <div className={classes.foot}>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={18} aria-hidden="true" />}
            loading={removing}
            onClick={onRemove}
          >
            {t('remove')}
          </Button>
        </div>
      )}
    </>
  );
}
