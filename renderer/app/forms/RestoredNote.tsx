import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import classes from './forms.module.css';

/** Tells that what was typed earlier stands in the form again, and how to be rid of it. */
export function RestoredNote({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.problem} role="status">
      <Notice kind="info">
        <span className={classes.restored}>
          {t('form.restored')}
          <Button size="compact-sm" variant="default" onClick={onDiscard}>
            {t('form.startAnew')}
          </Button>
        </span>
      </Notice>
    </div>
  );
}
