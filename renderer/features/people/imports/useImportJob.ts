import { useEffect, useState } from 'react';
import type { ImportProgress } from '#contract/people/imports.ts';
import { type Problem, problemOf } from '#renderer/app/problem.ts';
import { client } from '#renderer/client.ts';

const isOver = (progress: ImportProgress | null): boolean => progress !== null && progress.state !== 'running';

/** Follows a job to its end, also when the page came late or the connection was lost on the way. */
export function useImportJob(jobId: string) {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const follow = async (): Promise<void> => {
      let last: ImportProgress | null = null;
      try {
        for await (last of await client.imports.progress({ jobId }, { signal: leaving.signal })) {
          if (leaving.signal.aborted) return;
          setProgress(last);
          setProblem(null);
        }
        if (isOver(last) || leaving.signal.aborted) return;
      } catch (error) {
        if (leaving.signal.aborted) return;
        const found = problemOf(error);
        setProblem(found);
        if (found.code === 'NOT_FOUND' || found.code === 'FORBIDDEN') return;
      }
      setTimeout(() => !leaving.signal.aborted && void follow(), 1500);
    };
    void follow();
    return () => leaving.abort();
  }, [jobId]);
  return { progress, problem };
}
