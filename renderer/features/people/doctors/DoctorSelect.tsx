import { Select, type SelectProps } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import type { DoctorChoice } from '#contract/people/doctors.ts';
import { orpc } from '#renderer/client.ts';

interface DoctorSelectProps extends Omit<SelectProps, 'value' | 'defaultValue' | 'onChange' | 'data'> {
  value?: number | null;
  defaultValue?: number | null;
  onChange?: (id: number | null) => void;
  /** The doctor chosen so far, should they no longer be among the active ones. */
  current?: DoctorChoice | null;
  /** A doctor who cannot be chosen here. */
  without?: number;
  /** Archived doctors can be chosen as well: to look for something of theirs, not to give them something. */
  mayBeArchived?: boolean;
}

/** What the list says of a doctor, who can be found after they were archived but given nothing any more. */
function useOption(mayBeArchived: boolean) {
  const { t } = useTranslation();
  return (doctor: DoctorChoice) => {
    const isArchived = doctor.status === 'archived';
    const label = [fullName(doctor), doctor.speciality, isArchived && t('status.archived')].filter(Boolean).join(' · ');
    return { value: String(doctor.id), label, disabled: isArchived && !mayBeArchived };
  };
}

/** Chooses among the doctors by typing a part of the name; archived ones are among them once somebody types. */
export function DoctorSelect(props: DoctorSelectProps) {
  const { value, defaultValue, onChange, current, without, mayBeArchived = false, ...rest } = props;
  const { t } = useTranslation('doctors');
  const optionOf = useOption(mayBeArchived);
  const [chosen, setChosen] = useState(defaultValue ?? null);
  const [picked, setPicked] = useState<DoctorChoice | null>(null);
  const [text, setText] = useState('');
  const id = value === undefined ? chosen : value;
  const status = mayBeArchived ? 'all' : 'active';
  const known = useQuery(orpc.doctors.choices.queryOptions({ input: { text: '', status } }));
  const doctors = known.data ?? [];
  const shown = [...doctors, picked].find((doctor) => doctor?.id === id);
  // What stands in the box is the chosen doctor's name until somebody types over it.
  const typed = shown && optionOf(shown).label === text ? '' : text.trim();
  const found = useQuery(
    orpc.doctors.choices.queryOptions({
      input: { text: typed, status: 'all' },
      enabled: typed !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const listed = (typed === '' ? doctors : (found.data ?? [])).filter((doctor) => doctor.id !== without);
  const extra = [shown, current].find((doctor) => doctor && doctor.id === id);
  const offered = extra && !listed.some((doctor) => doctor.id === extra.id) ? [...listed, extra] : listed;
  return (
    <Select
      {...rest}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clearChoice') }}
      selectFirstOptionOnChange
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={offered.map(optionOf)}
      value={id === null ? null : String(id)}
      onChange={(next) => {
        const choice = next === null ? null : Number(next);
        setChosen(choice);
        setPicked(listed.find((doctor) => doctor.id === choice) ?? null);
        onChange?.(choice);
      }}
      nothingFoundMessage={t('noneFound')}
      maxDropdownHeight={320}
    />
  );
}
