import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserChoice } from '#contract/accounts/users.ts';
import { fullName } from '#contract/ground/names.ts';
import { orpc } from '#renderer/client.ts';

interface UserSelectProps extends Omit<SelectProps, 'value' | 'defaultValue' | 'onChange' | 'data'> {
  defaultValue?: number | null;
  onChange?: (id: number | null) => void;
  /** The doctor whose account is chosen; an account has one doctor at most. */
  doctorId: number | null;
}

const useChoices = () => useQuery(orpc.users.choices.queryOptions({ input: {} })).data ?? [];
const nameOf = (user: UserChoice) => [fullName(user), user.username].filter(Boolean).join(' · ');

/** The user of a number in words, for when two values are compared. */
export function useUserName(): (id: unknown) => string {
  const users = useChoices();
  return (id) => {
    const found = users.find((user) => user.id === id);
    return found ? nameOf(found) : '';
  };
}

/** Chooses the user account of a doctor by typing a part of the name. */
export function UserSelect({ defaultValue, onChange, doctorId, ...rest }: UserSelectProps) {
  const { t } = useTranslation('doctors');
  const users = useChoices();
  const [id, setId] = useState(defaultValue ?? null);
  const isTaken = (user: UserChoice) => user.doctorId !== null && user.doctorId !== doctorId;
  return (
    <Select
      {...rest}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clearUser') }}
      selectFirstOptionOnChange
      data={users.map((user) => ({
        value: String(user.id),
        label: isTaken(user) ? `${nameOf(user)} (${t('userTaken')})` : nameOf(user),
        disabled: isTaken(user),
      }))}
      value={id === null ? null : String(id)}
      onChange={(next) => {
        const choice = next === null ? null : Number(next);
        setId(choice);
        onChange?.(choice);
      }}
      nothingFoundMessage={t('noUserFound')}
      maxDropdownHeight={320}
    />
  );
}
