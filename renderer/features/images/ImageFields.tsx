import { TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';

/** What is said of an image. */
export function ImageFields<Values extends { caption: string; tags: string[] }>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  const { t } = useTranslation('images');
  const known = useQuery(orpc.images.tags.queryOptions());
  return (
    <>
      <TextInput
        label={t('fields.caption')}
        required
        maxLength={200}
        dir="auto"
        data-autofocus
        {...form.getInputProps('caption')}
      />
      <TagsInput
        label={t('fields.tags')}
        description={t('fields.tagsHint')}
        data={(known.data ?? []).map(({ tag }) => tag)}
        maxTags={20}
        acceptValueOnBlur
        {...form.getInputProps('tags')}
      />
    </>
  );
}
