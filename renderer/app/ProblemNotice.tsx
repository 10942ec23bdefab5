import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/Notice.tsx';
import { type Problem, sentenceText } from './problem.ts';

/** Tells what went wrong, why, and by which number an administrator finds it. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const reasons = (problem.reasons ?? []).map(sentenceText).filter((text) => text !== undefined);
  const unexpected = ['INTERNAL', 'UNKNOWN_OUTCOME', 'STORAGE'].includes(problem.code);
  return (
    <Notice kind="danger" alert>
      {problem.text}
      {reasons.length > 0 && (
        <ul style={{ margin: '4px 0 0', paddingInlineStart: 18 }}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {unexpected && problem.id && <ErrorId text={t('errorId', { id: problem.id })} />}
    </Notice>
  );
}

function ErrorId({ text }: { text: string }) {
  return (
    <div className="tabular" style={{ marginTop: 4, fontSize: 12, color: 'var(--cd-muted)', userSelect: 'text' }}>
      {text}
    </div>
  );
}
