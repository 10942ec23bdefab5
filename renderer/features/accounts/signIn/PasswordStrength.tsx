import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceText } from '#renderer/app/problem.ts';
import { orpc } from '#renderer/client.ts';
import classes from './PasswordStrength.module.css';

/** How good a password is while it is typed, and what to mend. */
export function PasswordStrength({ password, about }: { password: string; about: string[] }) {
  const { t } = useTranslation('password');
  const strength = useQuery(
    orpc.accounts.passwordStrength.queryOptions({
      input: { password, about },
      enabled: password !== '',
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const answer = password === '' ? undefined : strength.data;
  const score = answer?.score ?? 0;
  const reasons = (answer?.reasons ?? []).map(sentenceText).filter((text) => text !== undefined);
  return (
    <div className={classes.strength} role="status">
      <div className={classes.bars} data-score={answer?.accepted ? Math.max(score, 2) : Math.min(score, 1)}>
        {[0, 1, 2, 3].map((bar) => (
          <span key={bar} data-full={(answer && bar < Math.max(score, 1)) || undefined} />
        ))}
      </div>
      <div className={classes.text}>
        {answer ? t(`score.${score}`) : t('advice')}
        {reasons.length > 0 && ` — ${reasons.join(' ')}`}
      </div>
    </div>
  );
}
