import { IconEdit } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Permission } from '#contract/permission.ts';
import { LinkButton } from '../LinkButton.tsx';
import { usePermission } from '../permission.tsx';
import { keysText, useShortcut } from '../shortcuts.ts';

interface EditButtonProps {
  /** The page with the record's form. */
  to: string;
  permission: Permission;
  status: 'active' | 'archived';
}

/** The way to a record's form, for whom it is; archived records are brought back first. */
export function EditButton({ to, permission, status }: EditButtonProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const may = usePermission(permission) && status === 'active';
  useShortcut('edit', () => router.history.push(to), may);
  if (!may) return null;
  return (
    <LinkButton to={to} leftSection={<IconEdit size={18} aria-hidden="true" />} title={keysText('edit')}>
      {t('edit')}
    </LinkButton>
  );
}
