import type { Doctor } from '#contract/people/doctors.ts';
import { queryClient } from '#renderer/app/query.ts';
import { orpc } from '#renderer/client.ts';

/** Shows what was just saved without asking for it again; the lists ask again. */
export function keepDoctor(doctor: Doctor): void {
  queryClient.setQueryData(orpc.doctors.get.queryKey({ input: { id: doctor.id } }), doctor);
  for (const part of [orpc.doctors.list.key(), orpc.doctors.choices.key(), orpc.patients.key()]) {
    void queryClient.invalidateQueries({ queryKey: part });
  }
}
