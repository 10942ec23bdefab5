import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { sex } from '#contract/ground/fields.ts';
import { ChoiceInput } from '#renderer/app/forms/ChoiceInput.tsx';
import { ColourInput } from '#renderer/app/forms/ColourInput.tsx';
import { HoursInput } from '#renderer/app/forms/HoursInput.tsx';
import { NameFields, ReachFields } from '#renderer/app/forms/PersonFields.tsx';
import { FormSection } from '#renderer/app/forms/RecordFormPage.tsx';
import type { DoctorValues } from './doctorValues.ts';
import { UserSelect } from './UserSelect.tsx';

interface DoctorFieldsProps {
  form: UseFormReturnType<DoctorValues>;
  /** Whose form it is; null for a new one. */
  doctorId: number | null;
}

/** All fields of a doctor: the person's, and what doctors have besides. */
export function DoctorFields({ form, doctorId }: DoctorFieldsProps) {
  const { t } = useTranslation('doctors');
  const wrongDay = (day: number) => Object.keys(form.errors).some((path) => path.startsWith(`workingHours.${day}`));
  return (
    <>
      <FormSection title={t('group.identity')}>
        <NameFields form={form} autoFocus />
        <div data-span={12}>
          <ChoiceInput
            key={form.key('sex')}
            label={t('fields.sex')}
            options={sex.options.map((value) => ({ value, label: t(`common:sex.${value}`) }))}
            {...form.getInputProps('sex')}
          />
        </div>
      </FormSection>
      <FormSection title={t('group.work')}>
        <TextInput
          key={form.key('speciality')}
          label={t('fields.speciality')}
          autoComplete="off"
          {...form.getInputProps('speciality')}
        />
        <TextInput
          key={form.key('licenceNumber')}
          label={t('fields.licenceNumber')}
          autoComplete="off"
          {...form.getInputProps('licenceNumber')}
        />
        <UserSelect
          key={form.key('userId')}
          label={t('fields.userId')}
          description={t('userHint')}
          doctorId={doctorId}
          {...form.getInputProps('userId')}
        />
        <div data-span={12}>
          <ColourInput key={form.key('colour')} label={t('fields.colour')} {...form.getInputProps('colour')} />
        </div>
      </FormSection>
      <FormSection title={t('group.contact')}>
        <ReachFields form={form} />
      </FormSection>
      <FormSection title={t('fields.workingHours')}>
        <div data-span={12}>
          <HoursInput
            key={form.key('workingHours')}
            label={t('fields.workingHours')}
            {...form.getInputProps('workingHours')}
            wrong={wrongDay}
          />
        </div>
      </FormSection>
      <FormSection title={t('fields.notes')}>
        <div data-span={12}>
          <Textarea
            key={form.key('notes')}
            aria-label={t('fields.notes')}
            rows={4}
            dir="auto"
            {...form.getInputProps('notes')}
          />
        </div>
      </FormSection>
    </>
  );
}
