import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '../notices.tsx';
import { type Draft, dropDraft, keepDraft } from './drafts.ts';

interface DraftCare<Values> {
  userId: number;
  form: UseFormReturnType<Values>;
  draft: Draft<Values> | undefined;
  /** What is unsaved now; null when nothing is, or when it was given up. */
  unsaved: () => Draft<Values> | null;
}

/** Puts back what was left unsaved here, and keeps what is unsaved when the page is taken away. */
export function useDraft<Values>({ userId, form, draft, unsaved }: DraftCare<Values>): void {
  const { t } = useTranslation();
  const path = location.pathname;
  const putBack = useEffectEvent(() => {
    if (!draft) return;
    dropDraft(userId);
    form.setValues(draft.values as Partial<Values>);
    showDone(t('form.restored'));
  });
  const keep = useEffectEvent(() => {
    const left = unsaved();
    if (left) keepDraft(userId, path, left);
  });
  useEffect(() => {
    putBack();
    return () => keep();
  }, []);
}
