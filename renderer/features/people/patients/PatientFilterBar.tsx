import { Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WholeNumberInput } from '#renderer/app/forms/WholeNumberInput.tsx';
import { chosenStatus, statuses, usualStatus } from '#renderer/app/record/statuses.ts';
import { DoctorSelect } from '#renderer/features/people/doctors/DoctorSelect.tsx';
import classes from './PatientList.module.css';
import type { PatientsSearch } from './patientsSearch.ts';

interface PatientFilterBarProps {
  search: PatientsSearch;
  onSearch: (part: Partial<PatientsSearch>) => void;
  withDoctor: boolean;
  /** Something is typed beside it. */
  searching: boolean;
}

const none: Partial<PatientsSearch> = {
  status: undefined,
  doctor: undefined,
  ageFrom: undefined,
  ageTo: undefined,
  at: undefined,
};

/** True when anything is filtered away beyond what is usual. */
export function isFiltered({ status, doctor, ageFrom, ageTo }: PatientsSearch): boolean {
  return [status, doctor, ageFrom, ageTo].some((value) => value !== undefined);
}

const orders = ['name', 'birthDate', 'mrn', 'updated'] as const;

/** Last changed comes newest first; everything else from its beginning. */
function orderOf(value: string): Pick<PatientsSearch, 'sort' | 'direction'> {
  const sort = orders.find((order) => order === value) ?? 'name';
  if (sort === 'name') return { sort: undefined, direction: undefined };
  return { sort, direction: sort === 'updated' ? 'descending' : undefined };
}

/** Narrows the list by doctor, status and age, and says in which order it stands. */
export const PatientFilterBar = memo(function PatientFilterBar(props: PatientFilterBarProps) {
  const { search, onSearch, withDoctor, searching } = props;
  const { t } = useTranslation('patients');
  return (
    <div className={classes.filters}>
      {withDoctor && (
        <DoctorSelect
          className={classes.doctor}
          aria-label={t('filter.doctor')}
          placeholder={t('filter.doctor')}
          mayBeArchived
          value={search.doctor ?? null}
          onChange={(doctor) => onSearch({ doctor: doctor ?? undefined, at: undefined })}
        />
      )}
      <NativeSelect
        className={classes.choice}
        aria-label={t('filter.status')}
        value={search.status ?? usualStatus(searching)}
        onChange={(event) => onSearch({ status: chosenStatus(event.currentTarget.value, searching), at: undefined })}
        data={statuses.map((value) => ({ value, label: t(`filter.is.${value}`) }))}
      />
      <Age value={search.ageFrom} name="ageFrom" onChange={(ageFrom) => onSearch({ ageFrom })} />
      <Age value={search.ageTo} name="ageTo" onChange={(ageTo) => onSearch({ ageTo })} />
      <NativeSelect
        className={classes.choice}
        aria-label={t('sort.label')}
        value={search.sort ?? 'name'}
        onChange={(event) => onSearch({ ...orderOf(event.currentTarget.value), at: undefined })}
        data={orders.map((value) => ({ value, label: t(`sort.by.${value}`) }))}
      />
      {isFiltered(search) && (
        <Button variant="subtle" leftSection={<IconX size={16} aria-hidden="true" />} onClick={() => onSearch(none)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
});

const OLDEST = 150;

interface AgeProps {
  value: number | undefined;
  name: 'ageFrom' | 'ageTo';
  onChange: (value: number | undefined) => void;
}

function Age({ value, name, onChange }: AgeProps) {
  const { t } = useTranslation('patients');
  const [wrong, setWrong] = useState(false);
  return (
    <WholeNumberInput
      className={classes.age}
      aria-label={t(`filter.${name}`)}
      placeholder={t(`filter.${name}`)}
      value={value ?? null}
      onChange={(next) => {
        const age = next === '' ? undefined : next;
        const isWrong = age !== undefined && !(typeof age === 'number' && age <= OLDEST);
        setWrong(isWrong);
        if (!isWrong) onChange(age);
      }}
      most={OLDEST}
      error={wrong && t('filter.wrongAge', { most: OLDEST })}
    />
  );
}
