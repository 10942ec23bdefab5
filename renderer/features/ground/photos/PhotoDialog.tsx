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
  onClose: () => void;
}

type Stage = { name: 'choose' } | { name: 'camera' } | { name: 'crop'; file: Blob };

const affected = {
  patient: orpc.patients.key(),
  doctor: orpc.doctors.key(),
  user: orpc.accounts.start.key(),
};

/** Takes a picture of a person in, by file, drop, clipboard or camera, and cuts the square that is kept. */
export function PhotoDialog({ subject, subjectId, name, photoId, onClose }: PhotoDialogProps) {
  const { t } = useTranslation('photos');
  const [stage, setStage] = useState<Stage>({ name: 'choose' });
  const [refused, setRefused] = useState<Problem | null>(null);
  const finish = async (message: string) => {
    await queryClient.invalidateQueries({ queryKey: affected[subject] });
    showDone(message);
    onClose();
  };
  const save = useMutation({
    mutationFn: ({ file, crop }: { file: Blob; crop: Crop | null }) =>
      client.photos.set({ subject, subjectId, file, ...(crop && { crop }) }),
    onSuccess: () => finish(t('saved')),
  });
  const remove = useMutation({
    mutationFn: () => client.photos.remove({ subject, subjectId }),
    onSuccess: () => finish(t('removed')),
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
          onRemove={photoId === null ? null : () => remove.mutate()}
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
