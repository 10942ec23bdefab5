import { createRootRoute, notFound } from '@tanstack/react-router';
import * as z from 'zod';
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx';
import { Shell } from './shell/Shell.tsx';

/** What the address of every page may say: which one of the forms that were put aside there. */
const search = z.object({ aside: z.string().optional().catch(undefined) });

/** What stands around every page; features hang their routes below it. */
export const root = createRootRoute({
  validateSearch: search,
  component: Shell,
  remountDeps: () => null,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

/** The parent of every route, as routes want it. */
export const parent = () => root;

/** Record numbers in addresses; anything else is an address that leads nowhere. */
function recordNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw notFound();
  return Number(text);
}

/** A record's number in an address: `recordParam('patientId')` for `/patients/$patientId`. */
export const recordParam = <Name extends string>(name: Name) => ({
  parse: (params: Record<Name, string>) => ({ [name]: recordNumber(params[name]) }) as Record<Name, number>,
  stringify: (params: Record<Name, number>) => ({ [name]: String(params[name]) }) as Record<Name, string>,
});
