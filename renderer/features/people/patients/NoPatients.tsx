import { Button } from '@mantine/core';
import { IconArchive, IconSearchOff, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/app/LinkButton.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { isFiltered } from './PatientFilterBar.tsx';
import classes from './PatientList.module.css';
import type { PatientsSearch } from './patientsSearch.ts';

interface NoPatientsProps {
  text: string;
  search: PatientsSearch;
  /** Whose patients are listed; everybody's when left out. */
  doctorId: number | undefined;
  /** Archived ones who fit, and whom the filters leave out. */
  archived: number;
  onSearch: (part: Partial<PatientsSearch>) => void;
}

/** Why there is nobody in the list, and what to do. */
export function NoPatients(props: NoPatientsProps) {
  return (
    <div className={classes.empty}>
      <Why {...props} />
    </div>
  );
}

function Why(props: NoPatientsProps) {
  const { search, archived, onSearch } = props;
  const { t } = useTranslation('patients');
  const text = props.text.trim();
  const cleared = { status: undefined, doctor: undefined, ageFrom: undefined, ageTo: undefined, at: undefined };
  if (archived > 0) {
    return (
      <EmptyState
        icon={IconArchive}
        title={t('none.activeTitle', { text })}
        text={t('common:archivedFit', { count: archived })}
      >
        <Button onClick={() => onSearch({ status: undefined })}>{t('common:showArchived')}</Button>
        <AddButton {...props} secondary />
      </EmptyState>
    );
  }
  if (isFiltered(search)) {
    return (
      <EmptyState icon={IconSearchOff} title={t('none.filteredTitle')} text={t('none.filteredText')}>
        <Button onClick={() => onSearch(cleared)}>{t('filter.clear')}</Button>
        {text !== '' && <AddButton {...props} secondary />}
      </EmptyState>
    );
  }
  const kind = text !== '' ? 'found' : props.doctorId !== undefined ? 'doctor' : 'all';
  return (
    <EmptyState icon={IconUsers} title={t(`none.${kind}Title`, { text })} text={t(`none.${kind}Text`)}>
      <AddButton {...props} />
    </EmptyState>
  );
}

/** The way to a new patient, who is already called what was typed. */
function AddButton({ text, doctorId, secondary }: NoPatientsProps & { secondary?: true }): ReactNode {
  const { t } = useTranslation('patients');
  const mayAdd = usePermission('patients.add');
  if (!mayAdd) return null;
  const typed = text.trim() || undefined;
  return (
    <LinkButton
      to="/patients/new"
      search={{ ...(typed && { typed }), ...(doctorId !== undefined && { doctor: doctorId }) }}
      variant={secondary ? 'default' : 'filled'}
    >
      {t('new')}
    </LinkButton>
  );
}
