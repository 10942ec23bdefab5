import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, clipboard, dialog } from 'electron';
import { today } from '#contract/ground/fields.ts';
import { makeReport, reportText } from '#main/folders/report.ts';
import { programRoot } from '#main/root.ts';
import { translate } from '#main/texts.ts';
import { ask, attended } from './dialogs.ts';
import { PAGE_ORIGIN } from './origin.ts';
import { openPlain } from './plainWindow.ts';

/** What this program is; leads to the licences of everything in it. */
export async function showAbout(): Promise<void> {
  const { electron = '', chrome = '', node = '' } = process.versions;
  const detail = translate('about.text', { version: app.getVersion(), electron, chrome, node });
  const answer = await ask({
    type: 'info',
    message: translate('common.product'),
    detail,
    icon: join(programRoot, 'assets', 'icons', '128x128.png'),
    buttons: [translate('common.close'), translate('about.licences'), translate('about.copy')],
    cancelId: 0,
  });
  if (answer === 1) showLicences();
  if (answer === 2) clipboard.writeText(detail);
}

/** A page that was written when the program was built. */
function showLicences(): void {
  openPlain(`${PAGE_ORIGIN}/licences.html`, { width: 820, height: 800, title: translate('about.licences') });
}

/** Saves what somebody who helps needs to know, where the user says. */
export async function saveReport(folder: string): Promise<void> {
  const { filePath } = await attended(
    dialog.showSaveDialog({
      title: translate('menu.saveReport'),
      defaultPath: join(app.getPath('documents'), `clinic-desk-report-${today()}.json`),
    }),
  );
  if (!filePath) return;
  try {
    await writeFile(filePath, reportText(await makeReport(folder)), { mode: 0o600 });
  } catch (error) {
    dialog.showErrorBox(translate('about.reportFailed'), error instanceof Error ? error.message : String(error));
  }
}
