import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import Cropper, { type Area } from 'react-easy-crop';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import classes from './photos.module.css';

/** The square to keep, in pixels of the picture. */
export interface Crop {
  x: number;
  y: number;
  size: number;
}

const MOST_ZOOM = 5;

function useAddress(file: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}

const cropOf = (area: Area): Crop => ({
  x: Math.max(0, Math.round(area.x)),
  y: Math.max(0, Math.round(area.y)),
  size: Math.max(1, Math.floor(Math.min(area.width, area.height))),
});

interface CropStageProps {
  file: Blob;
  saving: boolean;
  /** Something else is said about the picture already. */
  hasProblem: boolean;
  /** Null leaves the choice of the square to main. */
  onSave: (crop: Crop | null) => void;
  onBack: () => void;
}

/** Lets one choose which square of the picture is kept. */
export function CropStage({ file, saving, hasProblem, onSave, onBack }: CropStageProps) {
  const { t } = useTranslation('photos');
  const address = useAddress(file);
  const [position, setPosition] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [crop, setCrop] = useState<Crop | null>(null);
  const [unseen, setUnseen] = useState(false);
  return (
    <>
      {unseen ? (
        !hasProblem && <Notice kind="info">{t('noPreview')}</Notice>
      ) : (
        <>
          <p className={classes.hint}>{t('crop')}</p>
          <div className={classes.crop}>
            {address && (
              <Cropper
                image={address}
                crop={position}
                zoom={zoom}
                maxZoom={MOST_ZOOM}
                aspect={1}
                cropShape="round"
                showGrid={false}
                onCropChange={setPosition}
                onZoomChange={setZoom}
                onCropComplete={(_, area) => setCrop(cropOf(area))}
                mediaProps={{ onError: () => setUnseen(true), alt: '' }}
                cropperProps={{ role: 'group', 'aria-label': t('crop') }}
              />
            )}
          </div>
          <label className={classes.zoom}>
            {t('zoom')}
            <input
              type="range"
              min={1}
              max={MOST_ZOOM}
              step={0.05}
              value={zoom}
              onChange={(event) => setZoom(Number(event.currentTarget.value))}
            />
          </label>
        </>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack} disabled={saving}>
          {t('another')}
        </Button>
        <Button loading={saving} disabled={!unseen && crop === null} onClick={() => onSave(unseen ? null : crop)}>
          {t('save')}
        </Button>
      </div>
    </>
  );
}
