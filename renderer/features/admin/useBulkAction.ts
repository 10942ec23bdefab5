import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminAction } from '#contract/admin/table.ts';
import type { Sentence } from '#contract/ground/errors.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { useUndoNotice } from '#renderer/app/record/useUndoNotice.ts';
import { client, orpc } from '#renderer/client.ts';
import type { AdminQuery } from './adminSearch.ts';
import type { Marked } from './useMarked.ts';

const BATCH = 50;

export interface Failure {
  label: string;
  sentence: Sentence;
}

interface Batch {
  done: string[];
  failed: Failure[];
  next: string | null;
}

/** Does an action with what is marked, a batch a call, so that it can be followed, stopped, and taken back. */
export function useBulkAction(query: AdminQuery, onDone: () => void) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number | null>(null);
  const [failures, setFailures] = useState<Failure[]>([]);
  const stopped = useRef(false);
  const { tell, withdraw } = useUndoNotice(query.table);

  /** What was done before it broke off is done, and told all the same. */
  const inBatches = async (call: (cursor: string | undefined) => Promise<Batch>) => {
    const outcome: Pick<Batch, 'done' | 'failed'> = { done: [], failed: [] };
    let cursor: string | undefined;
    try {
      do {
        const batch = await call(cursor);
        outcome.done.push(...batch.done);
        outcome.failed.push(...batch.failed);
        setProgress(outcome.done.length);
        cursor = batch.next ?? undefined;
      } while (cursor !== undefined && !stopped.current);
    } catch (error) {
      showProblem(error);
    }
    return outcome;
  };
  const withIds = (action: string, ids: string[]) =>
    inBatches(async (cursor) => {
      const from = Number(cursor ?? 0);
      const batch = await client.admin.action({ table: query.table, action, ids: ids.slice(from, from + BATCH) });
      return { ...batch, next: from + BATCH < ids.length ? String(from + BATCH) : null };
    });
  const withQuery = (action: string) => {
    const { table, ...asked } = query;
    return inBatches((cursor) =>
      client.admin.action({ table, action, query: asked, ...(cursor !== undefined && { cursor }) }),
    );
  };

  const work = async (task: () => Promise<void>) => {
    stopped.current = false;
    setProgress(0);
    await task();
    setProgress(null);
    await queries.invalidateQueries({ queryKey: orpc.admin.key() });
  };
  const run = (action: AdminAction, marked: Marked) =>
    work(async () => {
      const { done, failed } = await (marked.all ? withQuery(action.name) : withIds(action.name, [...marked.ids]));
      setFailures(failed);
      onDone();
      if (done.length === 0) return;
      const { undo } = action;
      const text = t(`actions.${action.name}.done`, { count: done.length });
      withdraw();
      if (undo === null) showDone(text);
      else tell(text, () => work(async () => void (await withIds(undo, done))));
    });
  return {
    run,
    progress,
    stop: () => {
      stopped.current = true;
    },
    failures,
    forgetFailures: () => setFailures([]),
  };
}
