import type { Moment } from './moments.ts';
import type { Notice } from './notice.ts';

/**
 * A place at which one person at a time is signed in: an Electron app with all its windows, a browser, a terminal.
 * The session id stays here in main's memory; pages never see it.
 */
export interface Station {
  readonly id: string;
  readonly workstation: string;
  readonly address: string;
  /** The computer's own station, on which "stay signed in" may outlive the program. */
  readonly remembers: boolean;
  sessionId: string | null;
  /** Nothing but unlocking and taking over is possible here. */
  locked: boolean;
  startedAt: Moment;
  /** When somebody last did something here. */
  activeAt: Moment;
  /** When the password was last given here. */
  confirmedAt: Moment | null;
  /** Somebody whose password was right and whose second factor is awaited. */
  pending: { userId: number; credentialVersion: number; at: Moment; stay: boolean; unlocks: boolean } | null;
  /** Notices for whoever sits here, signed in or not. */
  readonly notices: Notice[];
  /** The photo dialog is open here until then (monotonic milliseconds); otherwise the camera is refused. */
  cameraAllowedUntil: number;
}

/** True for the windows of the app, and for the browser of the browser host, which listens to this computer only. */
export const isOnThisComputer = ({ address }: Pick<Station, 'address'>): boolean =>
  address === 'local' || address === '127.0.0.1';

const NEVER: Moment = { monotonic: 0, wall: 0 };

export function newStation(id: string, workstation: string, address = 'local', remembers = false): Station {
  return {
    id,
    workstation,
    address,
    remembers,
    sessionId: null,
    locked: false,
    startedAt: NEVER,
    activeAt: NEVER,
    confirmedAt: null,
    pending: null,
    notices: [],
    cameraAllowedUntil: 0,
  };
}
