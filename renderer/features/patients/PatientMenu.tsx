import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#contract/patients.ts';
import { fullName } from '#renderer/app/names.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { queryClient } from '#renderer/app/query.ts';
import { client, orpc } from '#renderer/client.ts';

const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.patients.key() });

async function restore({ id, version }: Patient): Promise<void> {
  await client.patients.restore({ id, version });
  await refresh();
}

/** What is rarely done with a patient: archive, and bring back. */
export function PatientMenu({ patient }: { patient: Patient }) {
  const { t } = useTranslation('patients');
  const may = usePermission('patients.delete');
  if (!may) return null;

  const archive = async () => {
    try {
      const archived = await client.patients.archive({ id: patient.id, version: patient.version });
      await refresh();
      showDone(t('archived', { name: fullName(patient) }), () => restore(archived));
    } catch (error) {
      showProblem(error);
    }
  };
  if (patient.status === 'archived') {
    return (
      <Button
        leftSection={<IconArchiveOff size={18} aria-hidden="true" />}
        onClick={() => restore(patient).catch(showProblem)}
      >
        {t('restore')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('more')}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArchive size={18} />} onClick={archive}>
          {t('archive')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
