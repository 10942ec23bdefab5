import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceText } from '#renderer/app/problem.ts';
import { orpc } from '#renderer/client.ts';
import classes from './PasswordStrength.module.css';

interface PasswordStrengthProps {
  password: string;
  /** What is known of somebody who is no user yet. */
  about?: string[] | undefined;
  /** Whose password it is, when it is not that of whoever is signed in. */
  userId?: number | undefined;
  /** Names that only main knows are compared when it is set. */
  provisional?: boolean | undefined;
}

/** How good a password is while it is typed, and what to mend. */
export function PasswordStrength({ password, about = [], userId, provisional = false }: PasswordStrengthProps) {
  const { t } = useTranslation('password');
  const strength = useQuery(
    orpc.accounts.passwordStrength.queryOptions({
      input: { password, about: about.filter((word) => word !== ''), ...(userId !== undefined && { userId }) },
      enabled: password !== '',
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const answer = password === '' ? undefined : strength.data;
  const score = answer?.score ?? 0;
  const notes = (answer?.reasons ?? []).map(sentenceText).filter((text) => text !== undefined);
  if (answer?.accepted && provisional) notes.push(t('soFar'));
  return (
    <div className={classes.strength} role="status">
      <div className={classes.bars} data-score={score}>
        {[0, 1, 2, 3].map((bar) => (
          <span key={bar} data-full={(answer && bar < Math.max(score, 1)) || undefined} />
        ))}
      </div>
      <div className={classes.text}>
        {answer ? t(`score.${score}`) : t('advice')}
        {notes.length > 0 && ` — ${notes.join(' ')}`}
      </div>
    </div>
  );
}
