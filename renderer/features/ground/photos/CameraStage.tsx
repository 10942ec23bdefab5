import { Button } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import classes from './photos.module.css';

type CameraState = 'starting' | 'on' | 'noCamera' | 'cameraRefused' | 'cameraFailed';

function reasonOf(error: unknown): CameraState {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'noCamera';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'cameraRefused' : 'cameraFailed';
}

async function openCamera(): Promise<MediaStream> {
  await client.photos.allowCamera({ on: true });
  return navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 960 } } });
}

function closeCamera(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
  client.photos.allowCamera({ on: false }).catch(() => {});
}

/** Shows what the camera sees for as long as it is wanted; a camera that fails only says so. */
function useCamera(video: RefObject<HTMLVideoElement | null>): CameraState {
  const [state, setState] = useState<CameraState>('starting');
  useEffect(() => {
    let wanted = true;
    let stream: MediaStream | null = null;
    openCamera()
      .then((opened) => {
        stream = opened;
        if (!wanted) return closeCamera(opened);
        if (!video.current) return;
        video.current.srcObject = opened;
        // A picture can be taken from the first frame on, not from the moment the camera is found.
        video.current.onloadeddata = () => wanted && setState('on');
      })
      .catch((error) => {
        if (wanted) setState(reasonOf(error));
      });
    return () => {
      wanted = false;
      closeCamera(stream);
    };
  }, [video]);
  return state;
}

function capture(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.93));
}

interface CameraStageProps {
  onPicture: (picture: Blob) => void;
  onBack: () => void;
}

/** Takes a picture with the web cam. */
export function CameraStage({ onPicture, onBack }: CameraStageProps) {
  const { t } = useTranslation('photos');
  const video = useRef<HTMLVideoElement>(null);
  const state = useCamera(video);
  const failed = state !== 'on' && state !== 'starting';
  const take = async () => {
    const picture = video.current && (await capture(video.current));
    if (picture) onPicture(picture);
  };
  return (
    <>
      {failed ? (
        <Notice kind="warn" alert>
          {t(state)}
        </Notice>
      ) : (
        <div className={classes.camera}>
          <video ref={video} autoPlay playsInline muted aria-label={t('preview')} />
          {state === 'starting' && <span className={classes.over}>{t('starting')}</span>}
        </div>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        {!failed && (
          <Button onClick={take} disabled={state !== 'on'}>
            {t('take')}
          </Button>
        )}
      </div>
    </>
  );
}
