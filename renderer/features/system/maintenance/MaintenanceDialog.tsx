import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaintenanceState } from '#contract/system/maintenance.ts';
import { showDone } from '#renderer/app/notices.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf, sentenceText } from '#renderer/app/problem.ts';
import { client, orpc } from '#renderer/client.ts';
import { MomentInput } from './MomentInput.tsx';

interface MaintenanceDialogProps {
  plan: MaintenanceState;
  onClose: () => void;
}

/** Closes the clinic for maintenance, now or at a time to come, or opens it again. */
export function MaintenanceDialog({ plan, onClose }: MaintenanceDialogProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [message, setMessage] = useState(plan.message);
  const [from, setFrom] = useState(plan.from);
  const [until, setUntil] = useState(plan.until);
  const save = useMutation({
    mutationFn: (on: boolean) => client.maintenance.set(on ? { on, message, from, until } : { on }),
    onSuccess: (state, on) => {
      queries.setQueryData(orpc.maintenance.get.queryKey(), state);
      showDone(t(on ? 'maintenance.saved' : 'maintenance.ended'));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(true);
  };
  const problem = save.error ? problemOf(save.error) : null;
  const wrong = problem?.fields?.find(({ path }) => path === 'until');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('maintenance.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} style={{ display: 'grid', gap: 14 }}>
        <Text>{t('maintenance.explain')}</Text>
        {problem && !wrong && <ProblemNotice problem={problem} />}
        <Textarea
          label={t('maintenance.message')}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          rows={2}
          maxLength={500}
          dir="auto"
          data-autofocus
        />
        <MomentInput label={t('maintenance.from')} value={from} onChange={setFrom} />
        <MomentInput label={t('maintenance.until')} value={until} onChange={setUntil} error={sentenceText(wrong)} />
        <Group justify="flex-end">
          {plan.state !== 'off' && (
            <Button variant="default" onClick={() => save.mutate(false)}>
              {t('maintenance.end')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending}>
            {t('maintenance.start')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
