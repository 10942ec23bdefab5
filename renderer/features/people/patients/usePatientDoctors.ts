import { useQuery } from '@tanstack/react-query';
import { fullName } from '#contract/ground/names.ts';
import type { DoctorChoice } from '#contract/people/doctors.ts';
import type { Patient } from '#contract/people/patients.ts';
import { queryClient } from '#renderer/app/query.ts';
import { orpc } from '#renderer/client.ts';

/** Shows what was just saved without asking for it again; the lists ask again. */
export function keepPatient(patient: Patient): void {
  queryClient.setQueryData(orpc.patients.get.queryKey({ input: { id: patient.id } }), patient);
  for (const part of [orpc.patients.list.key(), orpc.patients.search.key(), orpc.patients.count.key()]) {
    void queryClient.invalidateQueries({ queryKey: part });
  }
}

/** The names of doctors by their number; of those known here, and of one more. */
export function useDoctorName(known: DoctorChoice | null): (id: number) => string {
  const { data = [] } = useQuery(orpc.doctors.choices.queryOptions({ input: { text: '' } }));
  return (id) => {
    const doctor = [...data, known].find((one) => one?.id === id);
    return doctor ? fullName(doctor) : `#${id}`;
  };
}
