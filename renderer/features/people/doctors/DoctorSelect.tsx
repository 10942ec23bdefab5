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
}

const optionOf = (doctor: DoctorChoice) => ({
  value: String(doctor.id),
  label: doctor.speciality ? `${fullName(doctor)} · ${doctor.speciality}` : fullName(doctor),
});

/** Chooses among the active doctors by typing a part of the name. */
export function DoctorSelect({ value, defaultValue, onChange, current, without, ...rest }: DoctorSelectProps) {
  const { t } = useTranslation('doctors');
  const [chosen, setChosen] = useState(defaultValue ?? null);
  const [text, setText] = useState('');
  const id = value === undefined ? chosen : value;
  const known = useQuery(orpc.doctors.choices.queryOptions({ input: { text: '' } }));
  const doctors = known.data ?? [];
  const shown = doctors.find((doctor) => doctor.id === id);
  // What stands in the box is the chosen doctor's name until somebody types over it.
  const typed = shown && optionOf(shown).label === text ? '' : text.trim();
  const found = useQuery(
    orpc.doctors.choices.queryOptions({
      input: { text: typed },
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
        onChange?.(choice);
      }}
      nothingFoundMessage={t('noneFound')}
      maxDropdownHeight={320}
    />
  );
}
