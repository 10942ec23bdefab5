import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '#contract/permission.ts';
import { showProblem } from '../notices.tsx';
import { usePermission } from '../permission.tsx';
import { useUndoNotice } from './useUndoNotice.ts';

interface ArchiveMenuProps {
  /** The record as it stands. */
  record: { status: 'active' | 'archived'; version: number };
  permission: Permission;
  words: { archive: string; restore: string; archived: string };
  /** Archives the record; answers how to take that back, or null when it came to something else. */
  archive: () => Promise<(() => Promise<unknown>) | null>;
  restore: () => Promise<unknown>;
  /** What else is rarely done with an active record. */
  children?: ReactNode;
}

/** What is rarely done with a record: archive it, and bring it back. */
export function ArchiveMenu({ record, permission, words, archive, restore, children }: ArchiveMenuProps) {
  const { status, version } = record;
  const { t } = useTranslation();
  const may = usePermission(permission);
  const { tell } = useUndoNotice(status === 'archived' ? String(version) : null);
  const start = async () => {
    try {
      const back = await archive();
      if (back) tell(words.archived, back);
    } catch (error) {
      showProblem(error);
    }
  };
  if (!may && (status === 'archived' || !children)) return null;
  if (status === 'archived') {
    return (
      <Button
        leftSection={<IconArchiveOff size={18} aria-hidden="true" />}
        onClick={() => restore().catch(showProblem)}
      >
        {words.restore}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('moreActions')}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        {may && (
          <Menu.Item leftSection={<IconArchive size={18} />} onClick={start}>
            {words.archive}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
