import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import { type Doctor, doctorForm } from '#contract/people/doctors.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { fieldLabel } from '#renderer/app/forms/fieldText.ts';
import { RecordConflict } from '#renderer/app/forms/RecordConflict.tsx';
import { RecordFormPage } from '#renderer/app/forms/RecordFormPage.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { useHeld } from '#renderer/app/record/useHeld.ts';
import { client, orpc } from '#renderer/client.ts';
import { DoctorBanner } from './DoctorBanner.tsx';
import { DoctorFields } from './DoctorFields.tsx';
import { describeField, valuesOf } from './doctorValues.ts';
import { keepDoctor } from './keepDoctor.ts';
import { useUserName } from './UserSelect.tsx';

const route = getRouteApi('/doctors/$doctorId/edit');

/** Changes what is known of a doctor. */
export function EditDoctorPage() {
  const { t } = useTranslation('doctors');
  const { doctorId } = route.useParams();
  // Always the newest: what is stored now is what one is going to change.
  const query = useQuery(orpc.doctors.get.queryOptions({ input: { id: doctorId }, staleTime: 0 }));
  const [doctor] = useHeld(doctorId, query);
  if (!doctor) {
    const crumbs = <Crumbs way={[{ label: t('title'), to: '/doctors' }]} />;
    return <RecordPending title={t('one')} crumbs={crumbs} error={query.isFetching ? null : query.error} />;
  }
  return <Form key={doctor.id} doctor={doctor} shown={query.data ?? doctor} />;
}

function Form({ doctor, shown }: { doctor: Doctor; shown: Doctor }) {
  const { t } = useTranslation('doctors');
  const router = useRouter();
  const [initialValues] = useState(() => valuesOf(doctor));
  const name = fullName(doctor);
  const userName = useUserName();
  const back = () => router.navigate({ to: '/doctors/$doctorId', params: { doctorId: doctor.id }, replace: true });
  const record = useRecordForm({
    schema: doctorForm,
    initialValues,
    root: 'doctor',
    version: doctor.version,
    save: (values, version) => client.doctors.update({ id: doctor.id, version, doctor: values }),
    reload: async () => {
      const now = await client.doctors.get({ id: doctor.id });
      return { theirs: valuesOf(now), version: now.version };
    },
    onSaved: (saved) => {
      keepDoctor(saved);
      void back();
    },
  });
  return (
    <RecordFormPage
      title={t('editTitle', { name })}
      heading={<DoctorBanner doctor={shown} />}
      crumbs={
        <Crumbs
          way={[
            { label: t('title'), to: '/doctors' },
            { label: name, to: `/doctors/${doctor.id}` },
          ]}
        />
      }
      record={record}
      leave={() => void back()}
    >
      <DoctorFields form={record.form} doctorId={doctor.id} />
      <RecordConflict
        record={record}
        label={fieldLabel('doctors')}
        describe={(field, value) => (field === 'userId' ? userName(value) : describeField(field, value))}
      />
    </RecordFormPage>
  );
}
