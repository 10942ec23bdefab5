import type { z } from 'zod';
import { showProblem } from '../notices.tsx';
import { useShortcut } from '../shortcuts.ts';
import type { Draft } from './drafts.ts';
import { placeHere } from './formPlace.ts';
import { useOpenForm } from './openForms.ts';
import { type Conflict, useConflict } from './useConflict.ts';
import { useDraft } from './useDraft.ts';
import { useFilledForm } from './useFilledForm.ts';
import { useLeaving } from './useLeaving.ts';
import { useSaving } from './useSaving.ts';

interface RecordFormOptions<Values, Input, Saved> {
  /** The schema of the call; the form is checked with it too. */
  schema: z.ZodType<Input>;
  initialValues: Values;
  /** The name of the form in the call's input. */
  root: string;
  /** The version the form was filled from; 0 for a new record. */
  version: number;
  save: (input: Input, version: number, createKey: string) => Promise<Saved>;
  /** What is stored now, for when somebody else was faster. */
  reload?: () => Promise<Conflict<Values>>;
  onSaved: (saved: Saved) => void;
  /** Under which name its draft is kept; the page's address when left out. */
  formKey?: string;
  /** One of several forms of a page: only those that were touched are saved by key. */
  isOneOfSeveral?: boolean;
  /** Something unsaved that is in no field, such as a chosen file. */
  hasMore?: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Everything that is the same in the forms of all records: checks, saving once, conflicts, unsaved changes. */
export function useRecordForm<Values extends Record<string, unknown>, Input, Saved>(
  options: RecordFormOptions<Values, Input, Saved>,
) {
  const opened = { base: options.initialValues, version: options.version };
  const { form, base, version, createKey, refill } = useFilledForm(
    options.schema,
    opened,
    () => saving.isOver() || draft.changed(),
  );
  const { conflict, look, dismiss } = useConflict(options.reload);
  const saving = useSaving({
    form,
    root: options.root,
    send: (values) => options.save(options.schema.parse(values), version.current, createKey.current),
    onSaved: (saved) => {
      draft.drop();
      options.onSaved(saved);
    },
    onConflict: look,
  });
  const isUnsaved = () => !saving.isOver() && (form.isDirty() || options.hasMore === true);
  const discard = () => {
    saving.giveUp();
    return draft.drop();
  };
  const putAside = async () => {
    await draft.putAside();
    saving.giveUp();
  };
  useOpenForm(async () => {
    if (isUnsaved()) await putAside();
  });
  const leaving = useLeaving(isUnsaved, { discard, putAside });
  const draft = useDraft({
    place: placeHere(options.formKey, options.version === 0),
    current: () =>
      isUnsaved() ? { base, values: form.getValues(), version: version.current, createKey: createKey.current } : null,
    putBack: (kept: Draft) => {
      const values = { ...opened.base, ...kept.values };
      if (form.isDirty() || same(values, opened.base)) return false;
      refill({ ...kept, base: { ...opened.base, ...kept.base } }, values);
      return true;
    },
  });
  useShortcut('save', () => {
    if (!options.isOneOfSeveral || isUnsaved()) saving.submit();
  });

  return {
    form,
    submit: saving.submit,
    saving: saving.isPending,
    error: saving.error,
    /** How many fields stand in the way of saving. */
    wrongFields: Object.keys(form.errors).length,
    /** What the form was filled with, before anything was changed in it. */
    base,
    /** What was typed earlier stands in the form; `startAnew` throws it away. */
    restored: draft.restored,
    startAnew: () => {
      // What was kept may have been saved, its answer lost: another record needs another key.
      refill({ ...opened, createKey: crypto.randomUUID() }, opened.base);
      draft.drop();
    },
    leaving,
    /** Keeps what was typed for later, and leaves. */
    putAside: (leave: () => void) => putAside().then(leave, showProblem),
    conflict,
    /** Saves the values that were chosen, over what the colleague saved. */
    settle: (values: Values) => {
      if (conflict) version.current = conflict.version;
      form.setValues(values);
      dismiss();
      saving.submit();
    },
    dismissConflict: dismiss,
  };
}
