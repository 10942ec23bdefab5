import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { mayPass, problemOf } from '../problem.ts';
import classes from './forms.module.css';

interface SaveProblemProps {
  record: { error: Error | null; wrongFields: number; saving: boolean; submit: () => void };
}

/** Says beside the button why nothing was saved, and offers to try again where that may help. */
export function SaveProblem({ record }: SaveProblemProps) {
  const { t } = useTranslation();
  if (record.wrongFields > 0)
    return (
      <Notice kind="danger" alert>
        {t('form.wrongFields', { count: record.wrongFields })}
      </Notice>
    );
  if (!record.error) return null;
  const problem = problemOf(record.error);
  return (
    <div className={classes.unsaved}>
      <ProblemNotice problem={problem} />
      {mayPass(problem) && (
        <Button variant="default" loading={record.saving} onClick={record.submit}>
          {t('tryAgain')}
        </Button>
      )}
    </div>
  );
}
