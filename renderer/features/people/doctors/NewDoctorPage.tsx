import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doctorForm } from '#contract/people/doctors.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { RecordFormPage } from '#renderer/app/forms/RecordFormPage.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { client } from '#renderer/client.ts';
import { DoctorFields } from './DoctorFields.tsx';
import { emptyDoctor } from './doctorValues.ts';
import { keepDoctor } from './keepDoctor.ts';

/** Adds a doctor. */
export function NewDoctorPage() {
  const { t } = useTranslation('doctors');
  const router = useRouter();
  const [initialValues] = useState(emptyDoctor);
  const record = useRecordForm({
    schema: doctorForm,
    initialValues,
    root: 'doctor',
    version: 0,
    save: (doctor, _version, createKey) => client.doctors.create({ createKey, doctor }),
    onSaved: (doctor) => {
      keepDoctor(doctor);
      void router.navigate({ to: '/doctors/$doctorId', params: { doctorId: doctor.id }, replace: true });
    },
  });
  return (
    <RecordFormPage
      title={t('new')}
      crumbs={<Crumbs way={[{ label: t('title'), to: '/doctors' }]} />}
      record={record}
      leave={() => void router.navigate({ to: '/doctors' })}
    >
      <DoctorFields form={record.form} doctorId={null} />
    </RecordFormPage>
  );
}
