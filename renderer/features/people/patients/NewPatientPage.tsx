import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patientForm } from '#contract/people/patients.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { RecordFormPage } from '#renderer/app/forms/RecordFormPage.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { lastListSearch } from '#renderer/app/listMemory.ts';
import { client } from '#renderer/client.ts';
import { PatientFields } from './PatientFields.tsx';
import { emptyPatient, withoutEmptyContacts } from './patientValues.ts';
import { typedPerson } from './typedPerson.ts';
import { keepPatient } from './usePatientDoctors.ts';

const route = getRouteApi('/patients/new');

/** Takes a new patient in. */
export function NewPatientPage() {
  const { t } = useTranslation('patients');
  const router = useRouter();
  const { doctor, typed = '' } = route.useSearch();
  const [initialValues] = useState(() => ({ ...emptyPatient(doctor ?? null), ...typedPerson(typed) }));
  const record = useRecordForm({
    schema: patientForm,
    initialValues,
    root: 'patient',
    version: 0,
    save: (patient, _version, createKey) =>
      client.patients.create({ createKey, patient: withoutEmptyContacts(patient) }),
    onSaved: (patient) => {
      keepPatient(patient);
      void router.navigate({ to: '/patients/$patientId', params: { patientId: patient.id }, replace: true });
    },
  });
  return (
    <RecordFormPage
      title={t('newTitle')}
      crumbs={<Crumbs way={[{ label: t('title'), to: '/patients' }]} />}
      record={record}
      leave={() => void router.navigate({ to: '/patients', search: lastListSearch('/patients') })}
    >
      <PatientFields form={record.form} />
    </RecordFormPage>
  );
}
