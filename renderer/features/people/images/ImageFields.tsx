import { TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';

/** What is said of an image. */
export function ImageFields<Values extends { caption: string; tags: string[] }>({
  form,
  autoFocus = false,
}: {
  form: UseFormReturnType<Values>;
  autoFocus?: boolean;
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
        autoFocus={autoFocus}
        {...form.getInputProps('caption')}
        key={form.key('caption')}
      />
      <TagsInput
        label={t('fields.tags')}
        description={t('fields.tagsHint')}
        data={(known.data ?? []).map(({ tag }) => tag)}
        maxTags={20}
        acceptValueOnBlur
        {...form.getInputProps('tags')}
        key={form.key('tags')}
      />
    </>
  );
}
