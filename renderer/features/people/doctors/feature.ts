import { IconStethoscope } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { entities } from '#contract/entities.ts';
import type { Feature } from '#renderer/app/feature.ts';
import { shortListSearch } from '#renderer/app/record/shortListSearch.ts';
import { parent, recordParam } from '#renderer/app/root.ts';
import { orpc } from '#renderer/client.ts';
import { patientsSearch } from '../patients/patientsSearch.ts';
import { DoctorsFound } from './DoctorsFound.tsx';

const { path } = entities.doctor;

const list = createRoute({
  getParentRoute: parent,
  path,
  validateSearch: shortListSearch,
  component: lazyRouteComponent(() => import('./DoctorsPage.tsx'), 'DoctorsPage'),
});
const add = createRoute({
  getParentRoute: parent,
  path: `${path}/new`,
  component: lazyRouteComponent(() => import('./NewDoctorPage.tsx'), 'NewDoctorPage'),
});
const record = createRoute({
  getParentRoute: parent,
  path: `${path}/$doctorId`,
  params: recordParam('doctorId'),
  component: lazyRouteComponent(() => import('./DoctorPage.tsx'), 'DoctorPage'),
});
const edit = createRoute({
  getParentRoute: parent,
  path: `${path}/$doctorId/edit`,
  params: recordParam('doctorId'),
  component: lazyRouteComponent(() => import('./EditDoctorPage.tsx'), 'EditDoctorPage'),
});
const patients = createRoute({
  getParentRoute: parent,
  path: `${path}/$doctorId/patients`,
  params: recordParam('doctorId'),
  validateSearch: patientsSearch,
  component: lazyRouteComponent(() => import('./DoctorPatientsPage.tsx'), 'DoctorPatientsPage'),
});

/** The clinic's doctors, and whose patient is whose. */
export const doctors = {
  order: 140,
  routes: [list, add, record, edit, patients],
  pages: [
    {
      path,
      name: 'doctors:title',
      audience: 'doctors.view',
      order: 30,
      icon: IconStethoscope,
      within: 'navigation',
      keys: ['Alt', '3'],
      isStartPage: true,
    },
  ],
  actions: [{ path: `${path}/new`, name: 'doctors:new', audience: 'doctors.add' }],
  quickLinks: [
    { path, icon: IconStethoscope, name: 'doctors:title', text: 'doctors:quickLink', audience: 'doctors.view' },
  ],
  palette: { Found: DoctorsFound },
  refreshed: [{ queries: orpc.doctors.key(), after: ['doctor', 'patient', 'import'] }],
  admin: { doctors: { icon: IconStethoscope } },
} satisfies Feature;
