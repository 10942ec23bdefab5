/**
 * A place at which one person at a time is signed in: an Electron app with all its windows, a browser, a terminal.
 * The session id stays here in main's memory; pages never see it.
 */
export interface Seat {
  readonly id: string;
  readonly workstation: string;
  readonly address: string;
  sessionId: string | null;
  /** The photo dialog is open here until then (monotonic milliseconds); otherwise the camera is refused. */
  cameraAllowedUntil: number;
}

export function newSeat(id: string, workstation: string, address = 'local'): Seat {
  return { id, workstation, address, sessionId: null, cameraAllowedUntil: 0 };
}
