import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import type { Patient } from '#contract/people/patients.ts';
import { queryClient } from '#renderer/app/query.ts';
import { ArchiveMenu } from '#renderer/app/record/ArchiveMenu.tsx';
import { client, orpc } from '#renderer/client.ts';

const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.patients.key() });

async function archive({ id, version }: Patient) {
  const archived = await client.patients.archive({ id, version });
  await refresh();
  return () => restore(archived);
}

async function restore({ id, version }: Patient): Promise<void> {
  await client.patients.restore({ id, version });
  await refresh();
}

/** What is rarely done with a patient. */
export function PatientMenu({ patient }: { patient: Patient }) {
  const { t } = useTranslation('patients');
  const words = {
    archive: t('archive'),
    restore: t('restore'),
    archived: t('archived', { name: fullName(patient) }),
  };
  return (
    <ArchiveMenu
      record={patient}
      permission="patients.delete"
      words={words}
      archive={() => archive(patient)}
      restore={() => restore(patient)}
    />
  );
}
