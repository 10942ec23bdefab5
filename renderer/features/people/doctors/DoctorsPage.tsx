import { IconStethoscope } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type Asked, ShortListPage } from '#renderer/app/record/ShortListPage.tsx';
import { orpc } from '#renderer/client.ts';
import { DoctorCards } from './DoctorCards.tsx';

const route = getRouteApi('/doctors');

const useDoctors = (input: Asked) =>
  useQuery(orpc.doctors.list.queryOptions({ input, placeholderData: keepPreviousData }));

/** All doctors of the clinic. */
export function DoctorsPage() {
  return (
    <ShortListPage kind="doctor" icon={IconStethoscope} search={route.useSearch()} useRows={useDoctors}>
      {(doctors) => <DoctorCards doctors={doctors} />}
    </ShortListPage>
  );
}
