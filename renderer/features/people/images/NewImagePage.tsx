import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { blank } from '#contract/ground/shape.ts';
import { imageForm } from '#contract/people/images.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { FormSection, RecordFormPage } from '#renderer/app/forms/RecordFormPage.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { lastListSearch } from '#renderer/app/listMemory.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { Can } from '#renderer/app/permission.tsx';
import { pictureProblem } from '#renderer/app/pictureProblem.ts';
import type { Problem } from '#renderer/app/problem.ts';
import { client, orpc } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { usePastedPicture } from '#renderer/ui/PictureSource.tsx';
import { ImageFields } from './ImageFields.tsx';
import { LinkSwitch } from './LinkSwitch.tsx';
import { PictureDrop } from './PictureDrop.tsx';
import { refreshImages } from './useImages.ts';

const route = getRouteApi('/images/new');

/** A picture is either a file or has an address. */
const formFor = (file: File | null) =>
  imageForm.extend({
    url: z
      .string()
      .trim()
      .refine((url) => file !== null || url !== '', 'images.needPicture'),
  });

/** What a link suggests has a draft of its own, so that neither takes the place of what was being typed before. */
const draftOf = (title: string, url: string): string =>
  `images/new/${`${title} ${url}`.replace(/[^\w.-]+/g, '-').slice(0, 150)}`;

/** Takes a picture into the library, by file, drop, clipboard or address. */
export function NewImagePage() {
  const { t } = useTranslation('images');
  const { title = '', url = '' } = route.useSearch();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const options = useQuery(orpc.images.options.queryOptions());
  const [initialValues] = useState({ ...blank(imageForm), caption: title, url });
  const [refused, setRefused] = useState<Problem | null>(null);
  const take = (chosen: File) => {
    const problem = pictureProblem(chosen);
    setRefused(problem);
    if (!problem) setFile(chosen);
  };
  usePastedPicture(take);

  const record = useRecordForm({
    schema: formFor(file),
    initialValues,
    root: 'image',
    ...(title + url !== '' && { formKey: draftOf(title, url) }),
    hasMore: file !== null,
    version: 0,
    save: ({ url: address, ...image }, _version, createKey) =>
      file ? client.images.add({ createKey, file, image }) : client.images.addLink({ createKey, url: address, image }),
    onSaved: async ({ id }) => {
      await refreshImages();
      await router.navigate({ to: '/images/$imageId', params: { imageId: id }, replace: true });
    },
  });
  const { form } = record;
  const hasPicture = file !== null || form.getValues().url.trim() !== '';
  return (
    <RecordFormPage
      title={t('new')}
      crumbs={<Crumbs way={[{ label: t('title'), to: '/images' }]} />}
      record={record}
      leave={() => void router.navigate({ to: '/images', search: lastListSearch('/images') })}
    >
      <FormSection title={t('one')}>
        {!hasPicture && (form.errors.url || record.restored) && (
          <div data-span="12">
            <Notice kind={form.errors.url ? 'danger' : 'info'}>
              {t(form.errors.url ? 'needPicture' : 'chooseAgain')}
            </Notice>
          </div>
        )}
        {refused && (
          <div data-span="12">
            <ProblemNotice problem={refused} />
          </div>
        )}
        <PictureDrop file={file} onFile={take} />
        {file === null && options.data?.links && (
          <TextInput
            label={t('byLink')}
            description={t('byLinkHint')}
            placeholder="https://"
            type="url"
            maxLength={2000}
            {...form.getInputProps('url')}
            key={form.key('url')}
          />
        )}
        <Can permission="policy.change">
          <LinkSwitch on={options.data?.links ?? false} />
        </Can>
      </FormSection>
      <FormSection title={t('details')}>
        <ImageFields form={form} />
      </FormSection>
    </RecordFormPage>
  );
}
