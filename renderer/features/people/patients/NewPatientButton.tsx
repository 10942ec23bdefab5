import { Kbd } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/app/LinkButton.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { useShortcut } from '#renderer/app/shortcuts.ts';

/** The way to a new patient, also by N; already with the doctor whose list this is. */
export function NewPatientButton({ doctorId }: { doctorId?: number }) {
  const { t } = useTranslation('patients');
  const router = useRouter();
  const may = usePermission('patients.add');
  const search = doctorId === undefined ? {} : { doctor: doctorId };
  useShortcut('add', () => void router.navigate({ to: '/patients/new', search }), may);
  if (!may) return null;
  return (
    <LinkButton
      to="/patients/new"
      search={search}
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      rightSection={
        <Kbd size="xs" aria-hidden="true">
          N
        </Kbd>
      }
    >
      {t('new')}
    </LinkButton>
  );
}
