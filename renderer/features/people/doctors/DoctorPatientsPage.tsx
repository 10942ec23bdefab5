import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { rememberList } from '#renderer/app/listMemory.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { useShortcut } from '#renderer/app/shortcuts.ts';
import { orpc } from '#renderer/client.ts';
import { NewPatientButton } from '#renderer/features/people/patients/NewPatientButton.tsx';
import { PatientList } from '#renderer/features/people/patients/PatientList.tsx';

const route = getRouteApi('/doctors/$doctorId/patients');

/** All patients of one doctor. */
export function DoctorPatientsPage() {
  const { t } = useTranslation('doctors');
  const router = useRouter();
  const { doctorId } = route.useParams();
  const search = route.useSearch();
  const path = `/doctors/${doctorId}/patients`;
  const doctor = useQuery(orpc.doctors.get.queryOptions({ input: { id: doctorId } }));
  useEffect(() => rememberList(path, { search }), [path, search]);
  useShortcut('back', () => void router.navigate({ to: '/doctors/$doctorId', params: { doctorId } }));
  const name = doctor.data ? fullName(doctor.data) : '';
  const crumbs = (
    <Crumbs
      way={[
        { label: t('title'), to: '/doctors' },
        { label: name, to: `/doctors/${doctorId}` },
      ]}
    />
  );
  if (!doctor.data) return <RecordPending title={t('one')} crumbs={crumbs} error={doctor.error} />;
  return (
    <PatientList
      title={t('patientsOf', { name })}
      crumbs={crumbs}
      actions={<NewPatientButton doctorId={doctorId} />}
      path={path}
      search={search}
      doctorId={doctorId}
      onSearch={(next) =>
        void router.navigate({
          to: '/doctors/$doctorId/patients',
          params: { doctorId },
          search: next,
          replace: true,
        })
      }
    />
  );
}
