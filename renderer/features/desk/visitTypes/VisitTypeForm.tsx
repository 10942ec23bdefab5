import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type VisitType, visitTypeForm } from '#contract/desk/visitTypes.ts';
import { entities, pathOf } from '#contract/entities.ts';
import { blank, filled, type Values } from '#contract/ground/shape.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { ColourInput } from '#renderer/app/forms/ColourInput.tsx';
import { fieldLabel } from '#renderer/app/forms/fieldText.ts';
import { RecordConflict } from '#renderer/app/forms/RecordConflict.tsx';
import { FormSection, RecordFormPage } from '#renderer/app/forms/RecordFormPage.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { WholeNumberInput } from '#renderer/app/forms/WholeNumberInput.tsx';
import { i18n } from '#renderer/app/i18n.ts';
import { queryClient } from '#renderer/app/query.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { useHeld } from '#renderer/app/record/useHeld.ts';
import { client, orpc } from '#renderer/client.ts';

const { path } = entities.visitType;
const route = getRouteApi('/visit-types/$visitTypeId/edit');

type FormValues = Values<typeof visitTypeForm>;

/** Adds a visit type. */
export function NewVisitTypePage() {
  const { t } = useTranslation('visitTypes');
  const router = useRouter();
  const [initialValues] = useState(() => blank(visitTypeForm));
  const record = useRecordForm({
    schema: visitTypeForm,
    initialValues,
    root: 'visitType',
    version: 0,
    save: (visitType, _version, createKey) => client.visitTypes.create({ createKey, visitType }),
    onSaved: (saved) => {
      keep(saved);
      router.history.replace(pathOf('visitType', saved.id));
    },
  });
  return (
    <RecordFormPage
      title={t('new')}
      crumbs={<Crumbs way={[{ label: t('title'), to: path }]} />}
      record={record}
      leave={() => void router.navigate({ to: path })}
    >
      <Fields form={record.form} />
    </RecordFormPage>
  );
}

/** Changes a visit type. */
export function EditVisitTypePage() {
  const { t } = useTranslation('visitTypes');
  const { visitTypeId } = route.useParams();
  // Always the newest: what is stored now is what one is going to change.
  const query = useQuery(orpc.visitTypes.get.queryOptions({ input: { id: visitTypeId }, staleTime: 0 }));
  const [visitType] = useHeld(visitTypeId, query);
  if (!visitType) {
    const crumbs = <Crumbs way={[{ label: t('title'), to: path }]} />;
    return <RecordPending title={t('one')} crumbs={crumbs} error={query.isFetching ? null : query.error} />;
  }
  return <Form key={visitType.id} visitType={visitType} />;
}

function Form({ visitType: { id, name, ...rest } }: { visitType: VisitType }) {
  const { t } = useTranslation('visitTypes');
  const router = useRouter();
  const [initialValues] = useState<FormValues>(() => filled(visitTypeForm, { name, ...rest }));
  const page = pathOf('visitType', id);
  const record = useRecordForm({
    schema: visitTypeForm,
    initialValues,
    root: 'visitType',
    version: rest.version,
    save: (values, version) => client.visitTypes.update({ id, version, visitType: values }),
    reload: async () => {
      const now = await client.visitTypes.get({ id });
      return { theirs: filled(visitTypeForm, now) as FormValues, version: now.version };
    },
    onSaved: (saved) => {
      keep(saved);
      router.history.replace(page);
    },
  });
  return (
    <RecordFormPage
      title={t('editTitle', { name })}
      crumbs={
        <Crumbs
          way={[
            { label: t('title'), to: path },
            { label: name, to: page },
          ]}
        />
      }
      record={record}
      leave={() => router.history.replace(page)}
    >
      <Fields form={record.form} />
      <RecordConflict record={record} label={fieldLabel('visitTypes')} describe={describe} />
    </RecordFormPage>
  );
}

/** A field's value in words, for when two values are compared. */
const describe = (field: string, value: unknown): string =>
  field === 'colour' ? i18n.t(`colour.${String(value)}`) : String(value ?? '');

/** Shows what was just saved without asking for it again; the lists ask again. */
function keep(saved: VisitType): void {
  queryClient.setQueryData(orpc.visitTypes.get.queryKey({ input: { id: saved.id } }), saved);
  void queryClient.invalidateQueries({ queryKey: orpc.visitTypes.list.key() });
}

function Fields({ form }: { form: UseFormReturnType<FormValues> }) {
  const { t } = useTranslation('visitTypes');
  const minutes = (name: 'minutes' | 'minutesBefore' | 'minutesAfter', most: number, description: string) => (
    <WholeNumberInput
      key={form.key(name)}
      label={t(`fields.${name}`)}
      description={description}
      most={most}
      required
      {...form.getInputProps(name)}
    />
  );
  return (
    <>
      <FormSection title={t('group.what')}>
        <TextInput
          key={form.key('name')}
          label={t('fields.name')}
          autoComplete="off"
          data-autofocus
          autoFocus
          required
          {...form.getInputProps('name')}
        />
        <div data-span={12}>
          <ColourInput key={form.key('colour')} label={t('fields.colour')} {...form.getInputProps('colour')} />
        </div>
      </FormSection>
      <FormSection title={t('group.time')}>
        {minutes('minutes', 480, t('hint.visit'))}
        {minutes('minutesBefore', 120, t('hint.before'))}
        {minutes('minutesAfter', 120, t('hint.after'))}
      </FormSection>
    </>
  );
}
