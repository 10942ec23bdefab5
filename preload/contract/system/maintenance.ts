import * as z from 'zod';
import { instant, paragraph } from '../ground/fields.ts';
import { type Exemption, procedure } from '../ground/procedure.ts';

const always: readonly Exemption[] = ['maintenance', 'lock', 'passwordChange'];

export const maintenancePlan = z.strictObject({
  on: z.boolean(),
  message: paragraph(500).default(''),
  /** Left out: at once, and until somebody ends it. */
  from: instant.nullable().default(null),
  until: instant.nullable().default(null),
});
export type MaintenancePlan = z.infer<typeof maintenancePlan>;

export const maintenanceState = z.object({
  state: z.enum(['off', 'planned', 'on']),
  message: z.string(),
  from: instant.nullable(),
  until: instant.nullable(),
  /** Milliseconds until the clock of main changes the state; null when only a person does. */
  changesIn: z.int().nullable(),
});
export type MaintenanceState = z.infer<typeof maintenanceState>;

/** The clinic closed for maintenance: only superusers work on. */
export const maintenance = {
  get: procedure({ access: 'public', effect: 'read', quiet: true, exempt: always }).output(maintenanceState),
  /** Whoever may close the clinic may also open it again, though they are shut out themselves. */
  set: procedure({
    access: 'maintenance.change',
    effect: 'write',
    audit: { action: 'update', entity: 'settings' },
    exempt: 'maintenance',
  })
    .input(
      maintenancePlan.refine(({ from, until }) => from === null || until === null || from < until, {
        path: ['until'],
        message: 'validation.endsBeforeStart',
      }),
    )
    .output(maintenanceState),
};
