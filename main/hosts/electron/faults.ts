import { app, dialog } from 'electron';
import { closeLog } from '#main/adapters/log.ts';
import { FAULT_EXIT, SOONEST_AGAIN_MS } from '#main/faultExit.ts';
import { meetFaults } from '#main/lastResort.ts';
import type { DeviceStore } from '#main/ports.ts';
import type { Station } from '#main/services/stations.ts';
import { translate } from '#main/texts.ts';
import type { Installation } from './installation.ts';
import type { OpenDesktop } from './opening.ts';
import { restart } from './relaunch.ts';

/** What the program that was left keeps for the one that follows. */
interface KeptFault {
  id: string;
  at: number;
  told: boolean;
}

const KEY = 'fault';

/**
 * After a fault nobody caught the app starts again by itself: a clinic has nobody who would. It stays away when that
 * happened a moment ago already, and when somebody was leaving anyway. Answers how to say that the data is open.
 */
export function startAgainAfterFaults(device: DeviceStore, place: Installation): (opened: OpenDesktop) => void {
  let opened: OpenDesktop | undefined;
  let isQuitting = false;
  app.once('before-quit', () => {
    isQuitting = true;
  });
  const { logTo } = meetFaults({
    close: async () => opened?.release().finally(() => opened && closeLog(opened.log)),
    leave(id) {
      if (isQuitting) app.exit(FAULT_EXIT);
      else if (keep(device, id)) restart(place.isGiven ? [`--data=${place.folder}`] : []);
      else giveUp(id);
    },
  });
  return (desktop) => {
    opened = desktop;
    logTo(desktop.log);
  };
}

/** Has whoever sits at the station told of the fault that the program before this one ended with. */
export function tellOfFault(device: DeviceStore, station: Station): void {
  const fault = keptFault(device);
  if (!fault || fault.told) return;
  station.notices.push({ level: 'error', key: 'program.startedAgain', params: { id: fault.id } });
  device.set(KEY, { ...fault, told: true });
}

/** Keeps the fault for the next start; false when there shall be none: a start that knows of none would go on for ever. */
function keep(device: DeviceStore, id: string): boolean {
  const last = keptFault(device);
  const now = Date.now();
  if (last && Math.abs(now - last.at) < SOONEST_AGAIN_MS) return false;
  try {
    device.set(KEY, { id, at: now, told: false } satisfies KeptFault);
    return true;
  } catch {
    return false;
  }
}

function giveUp(id: string): void {
  dialog.showErrorBox(translate('common.product'), translate('program.endedByFault', { id }));
  app.exit(FAULT_EXIT);
}

/** The file lies open on the computer, so what is in it is looked at. */
function keptFault(device: DeviceStore): KeptFault | null {
  const { id, at, told } = (device.get(KEY) ?? {}) as Partial<Record<keyof KeptFault, unknown>>;
  return typeof id === 'string' && typeof at === 'number' ? { id, at, told: told === true } : null;
}
