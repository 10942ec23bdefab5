import { ActionIcon, Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AdminRecord } from '#contract/admin/record.ts';
import type { AdminAction } from '#contract/admin/table.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { sentenceText } from '#renderer/app/problem.ts';
import { useUndoNotice } from '#renderer/app/record/useUndoNotice.ts';
import { client } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useAdminTable } from './useAdminTable.ts';
import { recordName } from './words.ts';

interface RecordActionsProps {
  table: string;
  record: AdminRecord;
  reload: () => void;
}

/** What can be done with this one record; asked about only where it cannot be taken back. */
export function RecordActions({ table, record, reload }: RecordActionsProps) {
  const { t } = useTranslation('admin');
  const router = useRouter();
  const { tell, withdraw } = useUndoNotice(record.id);
  const { table: described } = useAdminTable(table);
  const actions = (described?.actions ?? []).filter(({ name }) => record.actions.includes(name));
  if (actions.length === 0) return null;

  const call = async (name: string) => {
    const ids = [record.id];
    const { failed } = await client.admin.action({ table, action: name, ids });
    const [failure] = failed;
    if (failure) explain(sentenceText(failure.sentence) ?? t('errors:internal'));
    return failure === undefined;
  };
  const act = async ({ name, undo, final }: AdminAction) => {
    if (!(await call(name))) return;
    const done = t(`actions.${name}.done`, { count: 1 });
    withdraw();
    if (undo === null) showDone(done);
    else tell(done, () => call(undo).then(reload));
    if (final) void router.navigate({ to: '/admin/$table', params: { table } });
    else reload();
  };
  const start = (action: AdminAction) => {
    const go = () => void act(action).catch(showProblem);
    if (!action.final) return go();
    modals.openConfirmModal({
      title: t(`actions.${action.name}.label`),
      children: t(`actions.${action.name}.ask`, { count: 1, name: recordName(table, record.label) }),
      labels: { confirm: t(`actions.${action.name}.label`), cancel: t('common:cancel') },
      confirmProps: { color: 'red' },
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: go,
    });
  };
  const explain = (text: string) =>
    modals.open({
      title: t('bulk.failed', { count: 1 }),
      children: <Notice kind="warn">{text}</Notice>,
      closeButtonProps: { 'aria-label': t('common:close') },
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('common:moreActions')}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item key={action.name} onClick={() => start(action)}>
            {t(`actions.${action.name}.label`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
