import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { savedBy, test } from './app.ts';
import { lookAt, setUpClinic } from './steps.ts';

const source = {
  'patients.csv': `Id,BIRTHDATE,DEATHDATE,SSN,DRIVERS,PASSPORT,PREFIX,FIRST,LAST,SUFFIX,MAIDEN,MARITAL,RACE,ETHNICITY,GENDER,BIRTHPLACE,ADDRESS,CITY,STATE,COUNTY,FIPS,ZIP,LAT,LON,HEALTHCARE_EXPENSES,HEALTHCARE_COVERAGE,INCOME
p-1,1984-03-12,,,,,Ms.,Alice368,Gleason633,,,,,,F,,1 High Street,Lincoln,Nebraska,,,68504,,,,,
p-2,2999-01-01,,,,,,Nobody,Yet,,,,,,M,,2 High Street,Lincoln,Nebraska,,,68504,,,,,
`,
  'providers.csv': `Id,ORGANIZATION,NAME,GENDER,SPECIALITY,ADDRESS,CITY,STATE,ZIP,LAT,LON,ENCOUNTERS,PROCEDURES
d-1,o-1,Johna806 Klein929,F,GENERAL PRACTICE,1 Way,Lincoln,NE,68504,,,1,0
`,
  'encounters.csv': `Id,START,STOP,PATIENT,ORGANIZATION,PROVIDER,PAYER,ENCOUNTERCLASS,CODE,DESCRIPTION,BASE_ENCOUNTER_COST,TOTAL_CLAIM_COST,PAYER_COVERAGE,REASONCODE,REASONDESCRIPTION
e-1,2022-07-20T07:13:55Z,2022-07-20T07:28:55Z,p-1,o-1,d-1,,wellness,1,Visit,1,1,0,,
`,
  'organizations.csv':
    'Id,NAME,ADDRESS,CITY,STATE,ZIP,LAT,LON,PHONE,REVENUE,UTILIZATION\no-1,Clinic,1 Way,Lincoln,NE,68504,,,4025550100,0,0\n',
};

test('an administrator imports a folder, sees what was refused and why, and finds the patients', async ({
  app,
}, info) => {
  const { page } = app;
  const folder = mkdtempSync(join(tmpdir(), 'clinic-source-'));
  for (const [name, text] of Object.entries(source)) writeFileSync(join(folder, name), text);
  await setUpClinic(page);
  await page.getByRole('link', { name: 'Import' }).first().click();
  if (app.electron) {
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, folder);
    await page.getByRole('button', { name: 'Choose a folder' }).click();
  } else {
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    const path = page.getByRole('textbox').last();
    await path.fill(join(folder, 'gone'));
    await page.keyboard.press('Enter');
    await expect(path).toHaveAccessibleDescription(/There is no file or folder/);
    await path.fill(folder);
    await expect(path).not.toHaveAccessibleDescription(/There is no file or folder/);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Try without saving' }).click();
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to the patients' })).toBeHidden();
  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(page.getByText('The import is done.')).toBeVisible();
  await expect(page.getByText(/future/i).first()).toBeVisible();
  await lookAt(page, 'import-report', info.project.name);
  expect(await savedBy(app, join(folder, 'report.csv'), page.getByRole('button', { name: /CSV/ }))).toMatch(
    /patients\.csv.*future/i,
  );

  await page.getByRole('link', { name: 'Patients' }).first().click();
  await expect(page.getByRole('row', { name: /Gleason Alice.*Klein/i })).toBeVisible();
  rmSync(folder, { recursive: true, force: true });
});
