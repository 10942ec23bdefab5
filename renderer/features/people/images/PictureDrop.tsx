import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_PHOTO_BYTES } from '#contract/people/photos.ts';
import { PictureSource } from '#renderer/ui/PictureSource.tsx';
import classes from './images.module.css';

interface PictureDropProps {
  file: File | null;
  onFile: (file: File) => void;
}

/** Where a picture is dropped or chosen, and then seen. */
export function PictureDrop({ file, onFile }: PictureDropProps) {
  const { t } = useTranslation('images');
  return (
    <PictureSource label={t('drop')} onFile={onFile}>
      {(choose) => (
        <>
          {file ? <Preview file={file} /> : <p className={classes.hint}>{t('drop')}</p>}
          <Button
            variant={file ? 'default' : 'filled'}
            leftSection={<IconPhoto size={18} aria-hidden="true" />}
            onClick={choose}
          >
            {t(file ? 'another' : 'file')}
          </Button>
          {!file && <p className={classes.hint}>{t('limits', { limit: MAX_PHOTO_BYTES / 1024 / 1024 })}</p>}
        </>
      )}
    </PictureSource>
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
