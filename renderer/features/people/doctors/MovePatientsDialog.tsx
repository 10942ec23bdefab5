import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import type { Doctor } from '#contract/people/doctors.ts';
import { showDone } from '#renderer/app/notices.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { type Problem, problemOf } from '#renderer/app/problem.ts';
import { queryClient } from '#renderer/app/query.ts';
import { client, orpc } from '#renderer/client.ts';
import { DoctorSelect } from './DoctorSelect.tsx';

interface MovePatientsDialogProps {
  doctor: Doctor;
  /** Why the doctor could not be archived, when that is what brought us here. */
  why: Problem | null;
  /** What goes on once nobody is left. */
  onMoved: (() => Promise<void>) | undefined;
  onClose: () => void;
}

/** Gives all patients of one doctor to another one. */
export function MovePatientsDialog({ doctor, why, onMoved, onClose }: MovePatientsDialogProps) {
  const { t } = useTranslation('doctors');
  const [to, setTo] = useState<number | null>(null);
  const move = useMutation({
    mutationFn: (target: number) => client.doctors.movePatients({ from: doctor.id, to: target }),
    onSuccess: async ({ moved }) => {
      showDone(t('move.done', { count: moved }));
      await queryClient.invalidateQueries({ queryKey: orpc.patients.key() });
      await queryClient.invalidateQueries({ queryKey: orpc.doctors.key() });
      onClose();
      await onMoved?.();
    },
  });
  const problem = move.error ? problemOf(move.error) : why;
  return (
    <Modal opened onClose={onClose} title={t('move.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack>
        {problem && <ProblemNotice problem={problem} />}
        <Text>{t(onMoved ? 'move.thenArchive' : 'move.text', { name: fullName(doctor) })}</Text>
        <DoctorSelect label={t('move.to')} without={doctor.id} value={to} onChange={setTo} data-autofocus />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button disabled={to === null} loading={move.isPending} onClick={() => to !== null && move.mutate(to)}>
            {t(onMoved ? 'move.doAndArchive' : 'move.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
