import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filled } from '#contract/ground/shape.ts';
import { imageForm } from '#contract/people/images.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { fieldLabel } from '#renderer/app/forms/fieldText.ts';
import { RecordConflict } from '#renderer/app/forms/RecordConflict.tsx';
import { FormSection, RecordFormPage } from '#renderer/app/forms/RecordFormPage.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { useHeld } from '#renderer/app/record/useHeld.ts';
import { client, imageUrl, orpc } from '#renderer/client.ts';
import { ImageFields } from './ImageFields.tsx';
import classes from './images.module.css';
import type { ShownImage } from './types.ts';
import { refreshImages } from './useImages.ts';

const route = getRouteApi('/images/$imageId/edit');

/** Changes what is said of an image. */
export function EditImagePage() {
  const { t } = useTranslation('images');
  const { imageId } = route.useParams();
  // Always the newest: what is stored now is what one is going to change.
  const query = useQuery(orpc.images.get.queryOptions({ input: { id: imageId }, staleTime: 0 }));
  const [image] = useHeld(imageId, query);
  if (!image) {
    const crumbs = <Crumbs way={[{ label: t('title'), to: '/images' }]} />;
    return <RecordPending title={t('one')} crumbs={crumbs} error={query.isFetching ? null : query.error} />;
  }
  return <Form key={image.id} image={image} />;
}

function Form({ image }: { image: ShownImage }) {
  const { t } = useTranslation('images');
  const router = useRouter();
  const { id } = image;
  const [initialValues] = useState(() => filled(imageForm, image));
  const back = () => router.navigate({ to: '/images/$imageId', params: { imageId: id }, replace: true });
  const record = useRecordForm({
    schema: imageForm,
    initialValues,
    root: 'image',
    version: image.version,
    save: (values, version) => client.images.update({ id, version, image: values }),
    reload: async () => {
      const now = await client.images.get({ id });
      return { theirs: filled(imageForm, now), version: now.version };
    },
    onSaved: async () => {
      await refreshImages();
      await back();
    },
  });
  const way = [
    { label: t('title'), to: '/images' },
    { label: image.caption, to: `/images/${id}` },
  ];
  return (
    <RecordFormPage
      title={t('editTitle', { caption: image.caption })}
      crumbs={<Crumbs way={way} />}
      record={record}
      leave={() => void back()}
    >
      <FormSection title={t('one')}>
        <img className={classes.preview} src={imageUrl(image.fileId, 'large')} alt={image.caption} />
      </FormSection>
      <FormSection title={t('details')}>
        <ImageFields form={record.form} autoFocus />
      </FormSection>
      <RecordConflict
        record={record}
        label={fieldLabel('images')}
        describe={(_field, value) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))}
      />
    </RecordFormPage>
  );
}
