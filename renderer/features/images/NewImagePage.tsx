import { Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { imageForm } from '#contract/images.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { FormSection, RecordFormPage } from '#renderer/app/forms/RecordFormPage.tsx';
import { focusFirstError, serverErrors, validateWith } from '#renderer/app/forms/validate.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { Can } from '#renderer/app/permission.tsx';
import { queryClient } from '#renderer/app/query.ts';
import { useShortcut } from '#renderer/app/shortcuts.ts';
import { client, orpc } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ImageFields } from './ImageFields.tsx';
import { PictureDrop } from './PictureDrop.tsx';
import { refreshImages } from './useImages.ts';

const route = getRouteApi('/images/new');

/** Takes a picture into the library, by file, drop, clipboard or address. */
export function NewImagePage() {
  const { t } = useTranslation('images');
  const { title = '', url = '' } = route.useSearch();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [address, setAddress] = useState(url);
  const [missing, setMissing] = useState(false);
  const [createKey] = useState(() => crypto.randomUUID());
  const options = useQuery(orpc.images.options.queryOptions());
  const form = useForm({ initialValues: { caption: title, tags: [] as string[] }, validate: validateWith(imageForm) });
  usePastedPicture(setFile);

  const save = useMutation({
    mutationFn: (values: typeof form.values) => {
      const image = imageForm.parse(values);
      return file
        ? client.images.add({ createKey, file, image })
        : client.images.addLink({ createKey, url: address.trim(), image });
    },
    onSuccess: async ({ id }) => {
      await refreshImages();
      showDone(t('added'));
      await router.navigate({ to: '/images/$imageId', params: { imageId: id }, replace: true });
    },
    onError: (error) => form.setErrors(serverErrors(error, 'image')),
  });
  const submit = () => {
    const nothing = file === null && address.trim() === '';
    setMissing(nothing);
    if (save.isPending) return;
    form.onSubmit((values) => {
      if (!nothing) save.mutate(values);
    }, focusFirstError)();
  };
  useShortcut('save', submit);
  const record = {
    submit,
    saving: save.isPending,
    error: save.error,
    blocker: { status: 'idle' as const, proceed: () => undefined, reset: undefined },
    restored: false,
    startAnew: () => undefined,
  };
  return (
    <RecordFormPage
      title={t('new')}
      crumbs={<Crumbs way={[{ label: t('title'), to: '/images' }]} />}
      record={record}
      leave={() => void router.navigate({ to: '/images' })}
    >
      <FormSection title={t('one')}>
        {missing && <Notice kind="danger">{t('needPicture')}</Notice>}
        <PictureDrop file={file} onFile={setFile} />
        {file === null && options.data?.links && (
          <TextInput
            label={t('byLink')}
            description={t('byLinkHint')}
            placeholder="https://"
            type="url"
            maxLength={2000}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
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

/** Whether addresses may be used at all is decided where they are used. */
function LinkSwitch({ on }: { on: boolean }) {
  const { t } = useTranslation('images');
  const change = useMutation(
    orpc.images.setOptions.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.images.options.key() }),
      onError: showProblem,
    }),
  );
  return (
    <Switch
      label={t('allowLinks')}
      checked={on}
      onChange={(event) => change.mutate({ links: event.currentTarget.checked })}
    />
  );
}

/** Takes the picture that is pasted anywhere on the page. */
function usePastedPicture(take: (file: File) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, []);
}
