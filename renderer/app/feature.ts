import type { UseFormReturnType } from '@mantine/form';
import type { QueryKey } from '@tanstack/react-query';
import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { AdminRecord } from '#contract/admin/record.ts';
import type { LiveEvent } from '#contract/system/live.ts';
import type { Audience } from './permission.tsx';

export type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: 'true' }>;

/** A page with a name of its own, which people go to from anywhere; the palette finds it. */
export interface NamedPage {
  path: string;
  /** The key of its name: `patients:title`. */
  name: string;
  /** The key of further words that the palette finds it by. */
  words?: string;
  audience: Audience;
  /** Where it stands among the others, in the navigation and elsewhere: the smallest comes first. */
  order: number;
  icon?: Icon;
  /** Besides in the palette it stands here; this needs an icon. */
  within?: 'navigation' | 'userMenu';
  /** The keys that lead to it. */
  keys?: readonly ['Alt', string];
  /** People may choose to begin here. */
  isStartPage?: true;
}

/** A page at which something is begun: the palette offers it as an action. */
export interface PageAction {
  path: string;
  name: string;
  audience: Audience;
}

/** A way to the daily work, on the dashboard. */
export interface QuickLink {
  path: string;
  icon: Icon;
  name: string;
  /** The key of a few words that say what one does there. */
  text: string;
  audience: Audience;
}

/** What the palette shows of a feature. */
export interface PaletteParts {
  /** Before anything is typed. */
  Before?: ComponentType<{ go: (path: string) => void }>;
  /** What matches the typed words. */
  Found?: ComponentType<{ text: string; go: (path: string) => void }>;
}

/** Answers of main that a change makes stale. */
export interface Refresh {
  queries: QueryKey;
  after: readonly LiveEvent['kind'][] | 'anything';
  /** They follow at their leisure, so many milliseconds later. */
  lag?: number;
}

/** What a table has in Administration besides what all tables have. */
export interface AdminParts {
  icon: Icon;
  /** Under the form of a record, following what stands in it. */
  Below?: ComponentType<{ record: AdminRecord; form: UseFormReturnType<Record<string, unknown>> }>;
  /** Beside the form. */
  Beside?: ComponentType<{ record: AdminRecord; reload: () => void }>;
}

/** Everything that the program around the pages knows of a feature. */
export interface Feature {
  /** Where what it offers stands among what others offer: the smallest comes first. */
  order: number;
  /** Its pages by their addresses, below the root. */
  routes: readonly AnyRoute[];
  pages?: readonly NamedPage[];
  actions?: readonly PageAction[];
  quickLinks?: readonly QuickLink[];
  palette?: PaletteParts;
  refreshed?: readonly Refresh[];
  /** By the name of the table. */
  admin?: Readonly<Record<string, AdminParts>>;
  /** On the first page of Administration. */
  AdminPanel?: ComponentType;
}
