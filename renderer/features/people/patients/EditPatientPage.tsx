import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import { type Patient, patientForm } from '#contract/people/patients.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { fieldLabel } from '#renderer/app/forms/fieldText.ts';
import { RecordConflict } from '#renderer/app/forms/RecordConflict.tsx';
import { RecordFormPage } from '#renderer/app/forms/RecordFormPage.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { useHeld } from '#renderer/app/record/useHeld.ts';
import { client, orpc } from '#renderer/client.ts';
import { PatientBanner } from './PatientBanner.tsx';
import { PatientFields } from './PatientFields.tsx';
import { describeField, valuesOf, withoutEmptyContacts } from './patientValues.ts';
import { keepPatient, useDoctorName } from './usePatientDoctors.ts';

const route = getRouteApi('/patients/$patientId/edit');

/** Changes what is known of a patient. */
export function EditPatientPage() {
  const { t } = useTranslation('patients');
  const { patientId } = route.useParams();
  // Always the newest: what is stored now is what one is going to change.
  const query = useQuery(orpc.patients.get.queryOptions({ input: { id: patientId }, staleTime: 0 }));
  const [patient] = useHeld(patientId, query);
  if (!patient) {
    const crumbs = <Crumbs way={[{ label: t('title'), to: '/patients' }]} />;
    return <RecordPending title={t('one')} crumbs={crumbs} error={query.isFetching ? null : query.error} />;
  }
  return <Form key={patient.id} patient={patient} shown={query.data ?? patient} />;
}

function Form({ patient, shown }: { patient: Patient; shown: Patient }) {
  const { t } = useTranslation('patients');
  const router = useRouter();
  const [initialValues] = useState(() => valuesOf(patient));
  const doctorName = useDoctorName(shown.doctor);
  const name = fullName(patient);
  const back = () => router.navigate({ to: '/patients/$patientId', params: { patientId: patient.id }, replace: true });
  const record = useRecordForm({
    schema: patientForm,
    initialValues,
    root: 'patient',
    version: patient.version,
    save: (values, version) =>
      client.patients.update({ id: patient.id, version, patient: withoutEmptyContacts(values) }),
    reload: async () => {
      const now = await client.patients.get({ id: patient.id });
      return { theirs: valuesOf(now), version: now.version };
    },
    onSaved: (saved) => {
      keepPatient(saved);
      void back();
    },
  });
  return (
    <RecordFormPage
      title={t('editTitle', { name })}
      heading={<PatientBanner patient={shown} />}
      crumbs={
        <Crumbs
          way={[
            { label: t('title'), to: '/patients' },
            { label: name, to: `/patients/${patient.id}` },
          ]}
        />
      }
      record={record}
      leave={() => void back()}
    >
      <PatientFields form={record.form} doctor={patient.doctor} />
      <RecordConflict
        record={record}
        label={fieldLabel('patients')}
        describe={(field, value) => describeField(field, value, doctorName)}
      />
    </RecordFormPage>
  );
}
