import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ArchivedMark.module.css';

/** Says of a record that it is archived. */
export function ArchivedMark() {
  const { t } = useTranslation();
  return (
    <span className={classes.archived}>
      <IconArchive size={14} aria-hidden="true" /> {t('status.archived')}
    </span>
  );
}
