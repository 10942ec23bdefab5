import { Menu } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import type { Doctor } from '#contract/people/doctors.ts';
import { showProblem } from '#renderer/app/notices.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { failedWith, type Problem, problemOf } from '#renderer/app/problem.ts';
import { ArchiveMenu } from '#renderer/app/record/ArchiveMenu.tsx';
import { useUndoNotice } from '#renderer/app/record/useUndoNotice.ts';
import { client } from '#renderer/client.ts';
import { keepDoctor } from './keepDoctor.ts';
import { MovePatientsDialog } from './MovePatientsDialog.tsx';

async function archive({ id, version }: Doctor) {
  const archived = await client.doctors.archive({ id, version });
  keepDoctor(archived);
  return () => restore(archived);
}

async function restore({ id, version }: Doctor): Promise<void> {
  keepDoctor(await client.doctors.restore({ id, version }));
}

/** What is rarely done with a doctor: hand over the patients, which archiving asks for while there are any; archive, bring back. */
export function DoctorMenu({ doctor }: { doctor: Doctor }) {
  const { t } = useTranslation('doctors');
  const mayMove = usePermission('doctors.change');
  const [moving, setMoving] = useState<{ why: Problem | null } | null>(null);
  const words = { archive: t('archive'), restore: t('restore'), archived: t('archived', { name: fullName(doctor) }) };

  const { tell } = useUndoNotice(doctor.status === 'archived' ? String(doctor.version) : null);
  const orMove = (error: unknown) => {
    if (!failedWith(error, 'IN_USE') || !mayMove) throw error;
    setMoving({ why: problemOf(error) });
    return null;
  };
  const afterMoving = () => archive(doctor).then((back) => tell(words.archived, back), showProblem);
  return (
    <>
      <ArchiveMenu
        record={doctor}
        permission="doctors.delete"
        words={words}
        archive={() => archive(doctor).catch(orMove)}
        restore={() => restore(doctor)}
      >
        {mayMove && doctor.patients > 0 && (
          <Menu.Item leftSection={<IconArrowsExchange size={18} />} onClick={() => setMoving({ why: null })}>
            {t('move.title')}
          </Menu.Item>
        )}
      </ArchiveMenu>
      {moving && (
        <MovePatientsDialog
          doctor={doctor}
          why={moving.why}
          onMoved={moving.why ? afterMoving : undefined}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  );
}
