import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { sex } from '#contract/ground/fields.ts';
import type { DoctorChoice } from '#contract/people/doctors.ts';
import { ChoiceInput } from '#renderer/app/forms/ChoiceInput.tsx';
import { DateInput } from '#renderer/app/forms/DateInput.tsx';
import { NameFields, ReachFields } from '#renderer/app/forms/PersonFields.tsx';
import { FormSection } from '#renderer/app/forms/RecordFormPage.tsx';
import { DoctorSelect } from '#renderer/features/people/doctors/DoctorSelect.tsx';
import { ContactsEditor } from './ContactsEditor.tsx';
import type { PatientValues } from './patientValues.ts';

interface PatientFieldsProps {
  form: UseFormReturnType<PatientValues>;
  /** The doctor chosen so far, who may have been archived since. */
  doctor?: DoctorChoice | null;
}

/** All fields of a patient: the person's, and what patients have besides. */
export function PatientFields({ form, doctor }: PatientFieldsProps) {
  const { t } = useTranslation('patients');
  const text = (name: keyof PatientValues & string, span?: number) => (
    <div data-span={span}>
      <TextInput
        key={form.key(name)}
        label={t(`fields.${name}`)}
        autoComplete="off"
        dir="auto"
        {...form.getInputProps(name)}
      />
    </div>
  );
  return (
    <>
      <FormSection title={t('group.identity')}>
        <NameFields form={form} autoFocus />
        <Birth form={form} />
      </FormSection>
      <FormSection title={t('group.care')}>
        <DoctorSelect
          key={form.key('doctorId')}
          label={t('fields.doctorId')}
          current={doctor ?? null}
          {...form.getInputProps('doctorId')}
        />
        <TextInput
          key={form.key('mrn')}
          label={t('fields.mrn')}
          description={t('fields.mrnHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('mrn')}
        />
      </FormSection>
      <FormSection title={t('group.contact')}>
        <ReachFields form={form} />
        {text('addressLine', 12)}
        {text('postalCode', 3)}
        {text('city', 3)}
        {text('region', 3)}
        {text('country', 3)}
        <ContactsEditor form={form} />
      </FormSection>
      <FormSection title={t('group.emergency')}>
        {text('emergencyName', 4)}
        {text('emergencyRelationship', 4)}
        {text('emergencyPhone', 4)}
      </FormSection>
      <FormSection title={t('group.insurance')}>
        {text('insuranceProvider', 4)}
        {text('insuranceNumber', 4)}
        <div data-span={4}>
          <DateInput
            key={form.key('insuranceValidUntil')}
            label={t('fields.insuranceValidUntil')}
            ahead
            {...form.getInputProps('insuranceValidUntil')}
          />
        </div>
      </FormSection>
      <FormSection title={t('group.notes')}>
        <div data-span={12}>
          <Textarea
            key={form.key('notes')}
            label={t('fields.notes')}
            rows={5}
            dir="auto"
            {...form.getInputProps('notes')}
          />
        </div>
      </FormSection>
    </>
  );
}

function Birth({ form }: { form: UseFormReturnType<PatientValues> }) {
  const { t } = useTranslation('patients');
  return (
    <>
      <div data-span={6} />
      <div data-span={4}>
        <DateInput
          key={form.key('birthDate')}
          label={t('fields.birthDate')}
          required
          withAge
          {...form.getInputProps('birthDate')}
        />
      </div>
      <div data-span={8}>
        <ChoiceInput
          key={form.key('sex')}
          label={t('fields.sex')}
          required
          options={sex.options.map((value) => ({ value, label: t(`common:sex.${value}`) }))}
          {...form.getInputProps('sex')}
        />
      </div>
      <div data-span={4}>
        <DateInput key={form.key('deceasedOn')} label={t('fields.deceasedOn')} {...form.getInputProps('deceasedOn')} />
      </div>
    </>
  );
}
