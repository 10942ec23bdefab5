import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoSubject } from '#contract/people/photos.ts';
import { showDone } from '#renderer/app/notices.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { pictureProblem } from '#renderer/app/pictureProblem.ts';
import { type Problem, problemOf } from '#renderer/app/problem.ts';
import { queryClient } from '#renderer/app/query.ts';
import { client, orpc } from '#renderer/client.ts';
import { usePastedPicture } from '#renderer/ui/PictureSource.tsx';
import { CameraStage } from './CameraStage.tsx';
import { ChooseStage } from './ChooseStage.tsx';
import { type Crop, CropStage } from './CropStage.tsx';
import classes from './photos.module.css';

interface PhotoDialogProps {
  subject: PhotoSubject;
  subjectId: number;
  name: string;
  photoId: string | null;
  /** There is none any more; by this it is put back. */
  onRemoved: (putBack: () => Promise<void>) => void;
  onClose: () => void;
}

type Stage = { name: 'choose' } | { name: 'camera' } | { name: 'crop'; file: Blob };

const affected = {
  patient: orpc.patients.key(),
  doctor: orpc.doctors.key(),
  user: orpc.accounts.start.key(),
};

/** Takes a picture of a person in, by file, drop, clipboard or camera, and cuts the square that is kept. */
export function PhotoDialog({ subject, subjectId, name, photoId, onRemoved, onClose }: PhotoDialogProps) {
  const { t } = useTranslation('photos');
  const [stage, setStage] = useState<Stage>({ name: 'choose' });
  const [refused, setRefused] = useState<Problem | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: affected[subject] });
  const save = useMutation({
    mutationFn: ({ file, crop }: { file: Blob; crop: Crop | null }) =>
      client.photos.set({ subject, subjectId, file, ...(crop && { crop }) }),
    onSuccess: async () => {
      await refresh();
      showDone(t('saved'));
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: async (id: string) => {
      // Main forgets it at once; this window keeps it for as long as it can be put back.
      const file = await client.photos.read({ photoId: id, size: 'large' });
      await client.photos.remove({ subject, subjectId });
      return file;
    },
    gcTime: 0,
    onSuccess: async (file) => {
      await refresh();
      onRemoved(async () => {
        await client.photos.set({ subject, subjectId, file });
        await refresh();
      });
      onClose();
    },
  });
  const take = (file: Blob) => {
    save.reset();
    const problem = pictureProblem(file);
    setRefused(problem);
    if (!problem) setStage({ name: 'crop', file });
  };
  usePastedPicture(take);
  const error = save.error ?? remove.error;
  const problem = refused ?? (error && problemOf(error));

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { name })}
      size={520}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {problem && (
        <div className={classes.problem}>
          <ProblemNotice problem={problem} />
        </div>
      )}
      {stage.name === 'choose' && (
        <ChooseStage
          onFile={take}
          onCamera={() => setStage({ name: 'camera' })}
          onRemove={photoId === null ? null : () => remove.mutate(photoId)}
          removing={remove.isPending}
        />
      )}
      {stage.name === 'camera' && <CameraStage onPicture={take} onBack={() => setStage({ name: 'choose' })} />}
      {stage.name === 'crop' && (
        <CropStage
          file={stage.file}
          saving={save.isPending}
          hasProblem={problem !== null}
          onSave={(crop) => save.mutate({ file: stage.file, crop })}
          onBack={() => setStage({ name: 'choose' })}
        />
      )}
    </Modal>
  );
}
