import { useQuery } from '@tanstack/react-query';
import type { DraftHeading } from '#contract/system/drafts.ts';
import { client, orpc } from '#renderer/client.ts';
import { useNamedPages } from '../features.tsx';
import { i18n } from '../i18n.ts';
import { pageKey } from '../kindWords.ts';
import { showDone, showProblem } from '../notices.tsx';
import { queryClient } from '../query.ts';

/** A form that somebody has begun and not saved. */
export interface Unfinished {
  formKey: string;
  path: string;
  /** "New patient". */
  kind: string;
  /** "Okafor, Ngozi"; empty where nothing was typed that names it. */
  name: string;
  /** Both. */
  label: string;
  updatedAt: number;
}

/** The user's own unfinished forms, that typed in last first. */
export function useUnfinished(): Unfinished[] {
  const pages = useNamedPages();
  const { data = [] } = useQuery(orpc.drafts.list.queryOptions({ staleTime: 0 }));
  const named = (path: string) => pages.find((page) => page.path === path)?.name;
  return data.flatMap(({ formKey, updatedAt, heading }) =>
    heading ? [{ formKey, updatedAt, ...wordsFor(heading, named) }] : [],
  );
}

function wordsFor({ path, name }: DraftHeading, named: (path: string) => string | undefined) {
  const [pathname = ''] = path.split('?');
  const kind = i18n.t(pageKey(pathname) ?? named(pathname) ?? 'shell:unfinished.form');
  return { path, name, kind, label: name ? i18n.t('shell:unfinished.named', { kind, name }) : kind };
}

const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.drafts.list.key() });

/** Throws an unfinished form away; a moment long it can be had back. */
export async function throwAway({ formKey, label }: Unfinished): Promise<void> {
  try {
    const kept = await client.drafts.get({ formKey });
    await client.drafts.discard({ formKey });
    await refresh();
    const undo = async () => {
      if (kept) await client.drafts.save({ formKey, data: kept.data, heading: kept.heading ?? undefined });
      await refresh();
    };
    showDone(i18n.t('shell:unfinished.thrownAway', { form: label }), undo);
  } catch (error) {
    showProblem(error);
  }
}
