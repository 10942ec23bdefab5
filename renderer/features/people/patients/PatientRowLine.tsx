import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { plainName, shortName } from '#contract/ground/names.ts';
import type { PatientRow } from '#contract/people/patients.ts';
import { formatAge, formatDate } from '#renderer/app/dates.ts';
import { PersonName } from '#renderer/app/PersonName.tsx';
import { mediaUrl } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import grid from '#renderer/ui/Grid.module.css';
import classes from './PatientGrid.module.css';
import { PatientRowMarks } from './PatientRowMarks.tsx';

/** By which id the list and the search box name a row. */
export const rowId = (patient: number): string => `patient-${patient}`;

interface PatientRowLineProps {
  row: PatientRow;
  index: number;
  top: number;
  selected: boolean;
}

/** One patient in a list. Plain elements, and a plain link that the list follows: hundreds are drawn while one types. */
export const PatientRowLine = memo(function PatientRowLine({ row, index, top, selected }: PatientRowLineProps) {
  const { t } = useTranslation();
  return (
    <div
      role="row"
      id={rowId(row.id)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={`${grid.row} ${classes.row}`}
      data-index={index}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className={classes.name}>
        <Avatar name={plainName(row)} src={mediaUrl(row.photoId, 96)} size={28} />
        <a href={`/patients/${row.id}`} tabIndex={-1} className={classes.link} dir="auto">
          <PersonName person={row} />
        </a>
        <PatientRowMarks row={row} />
      </span>
      <span role="gridcell" className={classes.born}>
        {formatDate(row.birthDate)}{' '}
        <span className={classes.age}>{formatAge(row.birthDate, row.deceasedOn ?? undefined)}</span>
      </span>
      <span role="gridcell" className={classes.sex}>
        <abbr title={t(`sex.${row.sex}`)}>{t(`sexShort.${row.sex}`)}</abbr>
      </span>
      <span role="gridcell" className={classes.mrn}>
        {row.mrn}
      </span>
      <span role="gridcell" className={classes.phone}>
        {row.phone}
      </span>
      <span role="gridcell" className={classes.doctor} dir="auto">
        {row.doctor ? shortName(row.doctor) : ''}
      </span>
    </div>
  );
});
