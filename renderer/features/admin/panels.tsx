import type { UseFormReturnType } from '@mantine/form';
import type { ComponentType } from 'react';
import type { AdminRecord } from '#contract/admin/record.ts';
import type { FormValues } from './formShape.ts';
import { GroupPreview } from './GroupPreview.tsx';
import { MailPanel } from './MailPanel.tsx';
import { UserPanels } from './UserPanels.tsx';

interface Panels {
  /** Under the form, following what stands in it. */
  Below?: ComponentType<{ record: AdminRecord; form: UseFormReturnType<FormValues> }>;
  /** Beside the form. */
  Beside?: ComponentType<{ record: AdminRecord; reload: () => void }>;
}

/** What a few tables have besides what all of them have. */
const panels: Record<string, Panels> = {
  users: { Beside: UserPanels },
  groups: { Below: GroupPreview },
  settings: { Beside: MailPanel },
};

export const panelsFor = (table: string): Panels => panels[table] ?? {};
