import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_PHOTO_BYTES } from '#contract/photos.ts';
import classes from './images.module.css';

interface PictureDropProps {
  file: File | null;
  onFile: (file: File | null) => void;
}

/** Where a picture is dropped or chosen, and then seen. */
export function PictureDrop({ file, onFile }: PictureDropProps) {
  const { t } = useTranslation('images');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0] ?? null);
  };
  return (
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
      {file ? <Preview file={file} /> : <p className={classes.hint}>{t('drop')}</p>}
      <Button
        variant={file ? 'default' : 'filled'}
        leftSection={<IconPhoto size={18} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {t(file ? 'another' : 'file')}
      </Button>
      {!file && <p className={classes.hint}>{t('limits', { limit: MAX_PHOTO_BYTES / 1024 / 1024 })}</p>}
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
      />
    </section>
  );
}

function Preview({ file }: { file: File }) {
  const { t } = useTranslation('images');
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address && <img className={classes.preview} src={address} alt={t('chosen')} />;
}
