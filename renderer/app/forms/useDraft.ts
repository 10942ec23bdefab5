import { useCallbackRef } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Draft, DraftKeeper, findDraft } from './drafts.ts';
import { type FormPlace, placeAside } from './formPlace.ts';

interface DraftCare {
  place: FormPlace;
  /** What is unsaved now; null when nothing is, or when it was given up. */
  current: () => Draft | null;
  /** Puts a draft into the form; false when it does not belong there any more. */
  putBack: (draft: Draft) => boolean;
}

/** Puts back what was left unsaved in a form, and has main keep what is typed from then on. */
export function useDraft({ place, current, putBack }: DraftCare) {
  const [restored, setRestored] = useState(false);
  const latest = useCallbackRef(current);
  const [{ formKey, path }] = useState(place);
  const [keeper] = useState(() => new DraftKeeper(formKey, path, latest));
  const found = useEffectEvent((draft: Draft) => {
    if (putBack(draft)) setRestored(true);
    else void keeper.discard();
  });
  useEffect(() => {
    let here = true;
    void findDraft(formKey).then((draft) => here && draft && found(draft));
    return () => {
      here = false;
      void keeper.save();
    };
  }, [formKey, keeper]);
  return {
    /** What stands in the form was typed before, and put back. */
    restored,
    changed: () => keeper.changed(),
    /** Saved or given up: nothing to come back to, once this resolves. */
    drop: () => {
      setRestored(false);
      return keeper.discard();
    },
    /** Kept until somebody goes on with it; fails when main could not be told. */
    putAside: async () => {
      const now = current();
      const aside = placeAside({ ...place, formKey, path }, now);
      if (now) await keeper.putAside(aside.formKey, aside.path, now);
    },
  };
}
