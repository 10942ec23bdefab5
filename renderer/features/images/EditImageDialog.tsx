import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Image, imageForm } from '#contract/images.ts';
import { serverErrors, validateWith } from '#renderer/app/forms/validate.ts';
import { showDone } from '#renderer/app/notices.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { client } from '#renderer/client.ts';
import { ImageFields } from './ImageFields.tsx';
import classes from './images.module.css';
import { refreshImages } from './useImages.ts';

/** Caption and tags of an image, to be changed. */
export function EditImageDialog({ image, onClose }: { image: Image; onClose: () => void }) {
  const { t } = useTranslation('images');
  const form = useForm({
    initialValues: { caption: image.caption, tags: [...image.tags] },
    validate: validateWith(imageForm),
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      client.images.update({ id: image.id, version: image.version, image: imageForm.parse(values) }),
    onSuccess: async () => {
      await refreshImages();
      showDone(t('saved'));
      onClose();
    },
    onError: (error) => form.setErrors(serverErrors(error, 'image')),
  });
  return (
    <Modal opened onClose={onClose} title={t('editTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {save.error && <ProblemNotice problem={problemOf(save.error)} />}
      <form noValidate className={classes.fields} onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <ImageFields form={form} />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
