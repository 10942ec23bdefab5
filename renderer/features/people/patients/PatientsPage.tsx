import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberList } from '#renderer/app/listMemory.ts';
import { NewPatientButton } from './NewPatientButton.tsx';
import { PatientList } from './PatientList.tsx';

const route = getRouteApi('/patients');

/** All patients of the clinic. */
export function PatientsPage() {
  const { t } = useTranslation('patients');
  const router = useRouter();
  const search = route.useSearch();
  useEffect(() => rememberList('/patients', { search }), [search]);
  return (
    <PatientList
      title={t('title')}
      actions={<NewPatientButton />}
      path="/patients"
      search={search}
      onSearch={(next) => void router.navigate({ to: '/patients', search: next, replace: true })}
    />
  );
}
