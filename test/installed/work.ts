import type { Desktop } from './desktop.ts';

const PASSWORD = 'violet-harbour-lantern-42';

/** The first start on this computer: the folder for oneself, then the wizard, up to the start page. */
export async function firstRun(desktop: Desktop): Promise<void> {
  await desktop.window();
  await desktop.look('first-question');
  await desktop.press('Return');
  await desktop.window();
  await desktop.look('wizard');
  await desktop.type('Harbour Street Clinic');
  await desktop.press('Return');
  await desktop.look('wizard-administrator');
  await desktop.type('Moreau', 'Ada', 'ada', PASSWORD, PASSWORD);
  await desktop.look('wizard-filled');
  await desktop.press('Return');
  await desktop.look('wizard-ready');
  // Past the choice of demo patients and the way back.
  await desktop.press('Tab', 'Tab', 'Tab', 'Return');
  await desktop.look('start');
}

/** A new patient from the list. */
export async function addPatient(desktop: Desktop): Promise<void> {
  await desktop.press('alt+2');
  await desktop.look('patients');
  await desktop.press('n');
  await desktop.look('new-patient');
  await desktop.type('Okafor', 'Ngozi', '', '', '', '1984-03-12');
  await desktop.press('Tab', 'space');
  await desktop.press('ctrl+s');
  await desktop.look('patient');
}

/** From the sign-in page, where the one user's tile stands first. */
export async function signIn(desktop: Desktop): Promise<void> {
  await desktop.look('sign-in');
  await desktop.type(PASSWORD);
  await desktop.press('Return');
  await desktop.look('signed-in');
}
