import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconArrowsExchange, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doctor } from '#contract/doctors.ts';
import { fullName } from '#renderer/app/names.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { failedWith, type Problem, problemOf } from '#renderer/app/problem.ts';
import { client } from '#renderer/client.ts';
import { keepDoctor } from './keepDoctor.ts';
import { MovePatientsDialog } from './MovePatientsDialog.tsx';

async function restore({ id, version }: Doctor): Promise<void> {
  keepDoctor(await client.doctors.restore({ id, version }));
}

/** What is rarely done with a doctor: hand over his patients, archive, bring back. */
export function DoctorMenu({ doctor }: { doctor: Doctor }) {
  const { t } = useTranslation('doctors');
  const mayArchive = usePermission('doctors.delete');
  const mayMove = usePermission('doctors.change');
  const [moving, setMoving] = useState<{ why: Problem | null } | null>(null);

  const archive = async () => {
    try {
      const archived = await client.doctors.archive({ id: doctor.id, version: doctor.version });
      keepDoctor(archived);
      showDone(t('archived', { name: fullName(doctor) }), () => restore(archived));
    } catch (error) {
      if (failedWith(error, 'IN_USE') && mayMove) setMoving({ why: problemOf(error) });
      else showProblem(error);
    }
  };
  if (!mayArchive && !mayMove) return null;
  if (doctor.status === 'archived') {
    if (!mayArchive) return null;
    return (
      <Button
        leftSection={<IconArchiveOff size={18} aria-hidden="true" />}
        onClick={() => restore(doctor).catch(showProblem)}
      >
        {t('restore')}
      </Button>
    );
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('more')}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayMove && doctor.patients > 0 && (
            <Menu.Item leftSection={<IconArrowsExchange size={18} />} onClick={() => setMoving({ why: null })}>
              {t('move.title')}
            </Menu.Item>
          )}
          {mayArchive && (
            <Menu.Item leftSection={<IconArchive size={18} />} onClick={archive}>
              {t('archive')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {moving && (
        <MovePatientsDialog
          doctor={doctor}
          why={moving.why}
          onMoved={moving.why ? archive : undefined}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  );
}
