import type { Draft } from './drafts.ts';

/** Where a form is, and under which name what is typed in it is kept. */
export interface FormPlace {
  formKey: string;
  path: string;
  /** Whoever wants to begin another one finds the form empty once this one is put aside. */
  isForMany: boolean;
}

/** In the address of a form that was put aside: which one of those that are filled at the same place. */
const ASIDE = 'aside';

/** Addresses may carry long suggestions; those are in the draft itself. */
const LONGEST_PATH = 2000;

/** The form at the page's address; its name may be given, where one page has several forms. */
export function placeHere(given: string | undefined, isNew: boolean): FormPlace {
  const { pathname, search } = location;
  const aside =
    new URLSearchParams(search)
      .get(ASIDE)
      ?.replace(/[^\w-]/g, '')
      .slice(0, 40) || null;
  const own = pathname.slice(1);
  const whole = pathname + search;
  return {
    formKey: given ?? (aside ? `${own}:${aside}` : own),
    path: whole.length <= LONGEST_PATH ? whole : pathname,
    isForMany: isNew && given === undefined && aside === null,
  };
}

/** Where a form is found again after it was put aside. */
export function placeAside(place: FormPlace, draft: Draft | null): FormPlace {
  if (!place.isForMany || !draft) return place;
  const { createKey } = draft;
  const [pathname] = place.path.split('?');
  return { formKey: `${place.formKey}:${createKey}`, path: `${pathname}?${ASIDE}=${createKey}`, isForMany: false };
}
