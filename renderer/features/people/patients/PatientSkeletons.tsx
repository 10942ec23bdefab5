import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './PatientGrid.module.css';

const widths = [38, 52, 44, 60, 41, 49, 57, 36, 50, 45, 55, 40];

/** What a list looks like before its rows have come. */
export function PatientSkeletons() {
  const { t } = useTranslation('patients');
  return (
    <div className={classes.skeletons} aria-busy="true">
      <span className="visually-hidden">{t('loading')}</span>
      {widths.map((width) => (
        <div key={width} className={classes.skeleton}>
          <Skeleton height={14} width={`${width}%`} />
        </div>
      ))}
    </div>
  );
}
