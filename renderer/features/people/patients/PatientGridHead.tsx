import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import grid from '#renderer/ui/Grid.module.css';
import classes from './PatientGrid.module.css';
import type { PatientsSearch } from './patientsSearch.ts';

type Sort = 'name' | 'birthDate' | 'mrn' | 'updated';

const columns = [
  ['name', 'name'],
  ['born', 'birthDate'],
  ['sex', null],
  ['mrn', 'mrn'],
  ['phone', null],
  ['doctor', null],
] as const;

interface PatientGridHeadProps {
  search: PatientsSearch;
  onSearch: (part: Partial<PatientsSearch>) => void;
  sortable: boolean;
}

/** The columns' names; those with an order are its switch. */
export const PatientGridHead = memo(function PatientGridHead(props: PatientGridHeadProps) {
  const { search, onSearch, sortable } = props;
  const { t } = useTranslation('patients');
  const sorted: Sort = search.sort ?? 'name';
  const direction = search.direction ?? 'ascending';
  const sortBy = (sort: Sort) => {
    const turn = sort === sorted && direction === 'ascending';
    onSearch({
      sort: sort === 'name' ? undefined : sort,
      direction: turn ? 'descending' : undefined,
      at: undefined,
    });
  };
  return (
    <div role="rowgroup" className={grid.head}>
      <div role="row" className={`${grid.headRow} ${classes.headRow}`} aria-rowindex={1}>
        {columns.map(([name, sort]) => (
          <span
            key={name}
            role="columnheader"
            className={classes[name]}
            aria-sort={sortable && sort === sorted ? direction : undefined}
          >
            {sort && sortable ? (
              <button type="button" className={grid.sort} onClick={() => sortBy(sort)}>
                {t(`column.${name}`)}
                {sort === sorted && <Arrow up={direction === 'ascending'} />}
              </button>
            ) : (
              t(`column.${name}`)
            )}
          </span>
        ))}
      </div>
    </div>
  );
});

function Arrow({ up }: { up: boolean }) {
  const Icon = up ? IconArrowUp : IconArrowDown;
  return <Icon size={14} aria-hidden="true" />;
}
