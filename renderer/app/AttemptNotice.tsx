import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import { formatSeconds } from './dates.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { problemOf } from './problem.ts';

interface AttemptNoticeProps {
  error: unknown;
  /** Seconds to go, by `useWait`. */
  wait: number;
  /** What to say of a wrong password where nobody asked for a username. */
  wrong?: string;
}

/** Why a try failed; after too many of them, how long one has to wait, counted down. */
export function AttemptNotice({ error, wait, wrong }: AttemptNoticeProps) {
  const { t } = useTranslation('signIn');
  if (!error) return null;
  const problem = problemOf(error);
  if (problem.code === 'WRONG_CREDENTIALS' && wrong) return <ProblemNotice problem={{ ...problem, text: wrong }} />;
  if (problem.retryAfter === undefined) return <ProblemNotice problem={problem} />;
  if (wait === 0) return <Notice kind="info">{t('wait.over')}</Notice>;
  return (
    <div role="alert" aria-live="off">
      <Notice kind="warn">
        {t('wait.tooMany')} <span className="tabular">{t('wait.left', { time: formatSeconds(wait) })}</span>
      </Notice>
    </div>
  );
}
