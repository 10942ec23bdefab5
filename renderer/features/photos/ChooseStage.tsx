import { Button } from '@mantine/core';
import { IconCamera, IconPhoto, IconTrash } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_PHOTO_BYTES } from '#contract/photos.ts';
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
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: Blob | undefined) => file && onFile(file);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <section
        className={classes.drop}
        data-over={over || undefined}
        aria-label={t('drop')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={classes.hint}>{t('drop')}</p>
        <div className={classes.buttons}>
          <Button
            leftSection={<IconPhoto size={18} aria-hidden="true" />}
            onClick={() => input.current?.click()}
            data-autofocus
          >
            {t('file')}
          </Button>
          <Button variant="default" leftSection={<IconCamera size={18} aria-hidden="true" />} onClick={onCamera}>
            {t('camera')}
          </Button>
        </div>
        <p className={classes.limits}>{t('limits', { limit: MAX_PHOTO_BYTES / 1024 / 1024 })}</p>
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
      </section>
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
