import type { Writer } from '#db/index.ts';
import { activeSuperusers } from '#db/queries/accounts/administrators.ts';
import type { User } from '#db/queries/accounts/users.ts';
import type { AuditedAs } from '#main/records/writeAudited.ts';
import { Refusal } from '#main/refusal.ts';
import { hasSecondFactor } from '#main/services/credentials/secondFactor.ts';
import type { Services } from '#main/services/index.ts';
import { prove } from './prove.ts';
import { proveCode } from './proveCode.ts';
import type { TriedAt } from './triedAt.ts';

/** The commands that change who may do what, or take the data elsewhere, and what the audit calls them. */
const audited = {
  createsuperuser: { action: 'create', entity: 'user' },
  changepassword: { action: 'update', entity: 'user' },
  move: { action: 'move', entity: 'database' },
} as const;
export type TerminalCommand = keyof typeof audited;

const PLACE = 'terminal';
const terminal: TriedAt = {
  station: { stationId: PLACE, workstation: PLACE, address: 'local' },
  // Everybody has the account of the operating system: nobody's own place, though it is this computer.
  isOnThisComputer: false,
};

/** True once there is somebody whose word such a command needs. */
export async function hasSuperuser({ db }: Services): Promise<boolean> {
  return (await db.read(activeSuperusers)).length > 0;
}

/** The superuser whose password this is, and whether a code is needed as well. Raises as a sign-in does, and FORBIDDEN. */
export function checkSuperuserPassword(
  services: Services,
  command: TerminalCommand,
  typed: { username: string; password: string },
): Promise<{ row: User; needsCode: boolean }> {
  return refusalsAudited(services, command, async () => {
    const { row } = await prove(services, terminal, typed);
    if (!row.isSuperuser) throw new Refusal('FORBIDDEN', { sentence: { key: 'accounts.superusersOnly' } });
    return { row, needsCode: await services.db.read((reader) => hasSecondFactor(reader, row.id)) };
  });
}

/** The second step, raising as a sign-in's does. */
export function checkSuperuserCode(
  services: Services,
  command: TerminalCommand,
  row: User,
  code: string,
): Promise<void> {
  return refusalsAudited(services, command, () => proveCode(services, terminal, row, code));
}

async function refusalsAudited<T>(services: Services, command: TerminalCommand, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) services.audit.note(auditRow(services, { command, outcome: error.code }));
    throw error;
  }
}

interface Done {
  command: TerminalCommand;
  by?: User | null;
  entityId?: number;
  outcome?: string;
  details?: Record<string, unknown>;
}

/** The audit row of such a command, in the transaction of what it does. */
export const audit = (services: Services, tx: Writer, done: Done): Promise<void> =>
  services.audit.append(tx, [auditRow(services, done)]);

/** What the audit says of all that such a command changes. */
export const auditedAs = ({ ports }: Services, command: TerminalCommand, by: User | null): AuditedAs => ({
  procedure: `cli.${command}`,
  userId: by?.id ?? null,
  workstation: PLACE,
  details: { computer: ports.workstation },
});

const auditRow = (services: Services, { command, by = null, entityId, outcome = 'ok', details }: Done) => {
  const common = auditedAs(services, command, by);
  return {
    ...common,
    ...audited[command],
    at: services.clock.now(),
    entityId: entityId ?? null,
    outcome,
    details: { ...common.details, ...details },
  };
};
