import { Button } from '@mantine/core';
import { IconSearchOff, IconUsers } from '@tabler/icons-react';
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
  ofDoctor: boolean;
  onSearch: (part: Partial<PatientsSearch>) => void;
}

/** Why there is nobody in the list, and what to do. */
export function NoPatients({ text, search, ofDoctor, onSearch }: NoPatientsProps) {
  const { t } = useTranslation('patients');
  const mayAdd = usePermission('patients.add');
  const cleared = { status: undefined, doctor: undefined, ageFrom: undefined, ageTo: undefined, at: undefined };
  const add = mayAdd && (
    <LinkButton to="/patients/new" search={{}}>
      {t('new')}
    </LinkButton>
  );
  if (isFiltered(search)) {
    return (
      <Frame>
        <EmptyState icon={IconSearchOff} title={t('none.filteredTitle')} text={t('none.filteredText')}>
          <Button onClick={() => onSearch(cleared)}>{t('filter.clear')}</Button>
        </EmptyState>
      </Frame>
    );
  }
  const kind = text.trim() !== '' ? 'found' : ofDoctor ? 'doctor' : 'all';
  return (
    <Frame>
      <EmptyState icon={IconUsers} title={t(`none.${kind}Title`, { text })} text={t(`none.${kind}Text`)}>
        {add}
      </EmptyState>
    </Frame>
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  return <div className={classes.empty}>{children}</div>;
}
