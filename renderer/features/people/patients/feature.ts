import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { entities } from '#contract/entities.ts';
import type { Feature } from '#renderer/app/feature.ts';
import { parent, recordParam } from '#renderer/app/root.ts';
import { orpc } from '#renderer/client.ts';
import { PatientsFound } from './PatientsFound.tsx';
import { newPatientSearch, patientsSearch } from './patientsSearch.ts';

const { path } = entities.patient;

const list = createRoute({
  getParentRoute: parent,
  path,
  validateSearch: patientsSearch,
  component: lazyRouteComponent(() => import('./PatientsPage.tsx'), 'PatientsPage'),
});
const add = createRoute({
  getParentRoute: parent,
  path: `${path}/new`,
  validateSearch: newPatientSearch,
  component: lazyRouteComponent(() => import('./NewPatientPage.tsx'), 'NewPatientPage'),
});
const record = createRoute({
  getParentRoute: parent,
  path: `${path}/$patientId`,
  params: recordParam('patientId'),
  component: lazyRouteComponent(() => import('./PatientPage.tsx'), 'PatientPage'),
});
const edit = createRoute({
  getParentRoute: parent,
  path: `${path}/$patientId/edit`,
  params: recordParam('patientId'),
  component: lazyRouteComponent(() => import('./EditPatientPage.tsx'), 'EditPatientPage'),
});

/** The clinic's patients. */
export const patients = {
  order: 130,
  routes: [list, add, record, edit],
  pages: [
    {
      path,
      name: 'patients:title',
      audience: 'patients.view',
      order: 20,
      icon: IconUsers,
      within: 'navigation',
      keys: ['Alt', '2'],
      isStartPage: true,
    },
  ],
  actions: [{ path: `${path}/new`, name: 'patients:new', audience: 'patients.add' }],
  quickLinks: [
    { path, icon: IconUsers, name: 'patients:title', text: 'patients:quickLink.list', audience: 'patients.view' },
    {
      path: `${path}/new`,
      icon: IconUserPlus,
      name: 'patients:new',
      text: 'patients:quickLink.new',
      audience: 'patients.add',
    },
  ],
  palette: { Found: PatientsFound },
  refreshed: [{ queries: orpc.patients.key(), after: ['patient', 'doctor', 'import'] }],
  admin: { patients: { icon: IconUsers } },
} satisfies Feature;
