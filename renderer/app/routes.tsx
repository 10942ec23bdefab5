import { createRootRoute, createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { adminSearch } from '#renderer/features/admin/adminSearch.ts';
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx';
import {
  doctorsSearch,
  imagesSearch,
  importSearch,
  newImageSearch,
  newPatientSearch,
  patientsSearch,
} from './listSearch.ts';
import { Shell } from './shell/Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: ErrorPage });
const parent = () => root;

/** Record numbers in addresses; anything else is an address that leads nowhere. */
function recordNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw notFound();
  return Number(text);
}

const patientId = {
  parse: (params: { patientId: string }) => ({ patientId: recordNumber(params.patientId) }),
  stringify: (params: { patientId: number }) => ({ patientId: String(params.patientId) }),
};
const doctorId = {
  parse: (params: { doctorId: string }) => ({ doctorId: recordNumber(params.doctorId) }),
  stringify: (params: { doctorId: number }) => ({ doctorId: String(params.doctorId) }),
};
const imageId = {
  parse: (params: { imageId: string }) => ({ imageId: recordNumber(params.imageId) }),
  stringify: (params: { imageId: number }) => ({ imageId: String(params.imageId) }),
};

const start = createRoute({
  getParentRoute: parent,
  path: '/',
  component: lazyRouteComponent(
    () => import('#renderer/features/insight/dashboard/DashboardPage.tsx'),
    'DashboardPage',
  ),
});
const patients = createRoute({
  getParentRoute: parent,
  path: '/patients',
  validateSearch: patientsSearch,
  component: lazyRouteComponent(() => import('#renderer/features/people/patients/PatientsPage.tsx'), 'PatientsPage'),
});
const newPatient = createRoute({
  getParentRoute: parent,
  path: '/patients/new',
  validateSearch: newPatientSearch,
  component: lazyRouteComponent(
    () => import('#renderer/features/people/patients/NewPatientPage.tsx'),
    'NewPatientPage',
  ),
});
const patient = createRoute({
  getParentRoute: parent,
  path: '/patients/$patientId',
  params: patientId,
  component: lazyRouteComponent(() => import('#renderer/features/people/patients/PatientPage.tsx'), 'PatientPage'),
});
const editPatient = createRoute({
  getParentRoute: parent,
  path: '/patients/$patientId/edit',
  params: patientId,
  component: lazyRouteComponent(
    () => import('#renderer/features/people/patients/EditPatientPage.tsx'),
    'EditPatientPage',
  ),
});
const doctors = createRoute({
  getParentRoute: parent,
  path: '/doctors',
  validateSearch: doctorsSearch,
  component: lazyRouteComponent(() => import('#renderer/features/people/doctors/DoctorsPage.tsx'), 'DoctorsPage'),
});
const newDoctor = createRoute({
  getParentRoute: parent,
  path: '/doctors/new',
  component: lazyRouteComponent(() => import('#renderer/features/people/doctors/NewDoctorPage.tsx'), 'NewDoctorPage'),
});
const doctor = createRoute({
  getParentRoute: parent,
  path: '/doctors/$doctorId',
  params: doctorId,
  component: lazyRouteComponent(() => import('#renderer/features/people/doctors/DoctorPage.tsx'), 'DoctorPage'),
});
const editDoctor = createRoute({
  getParentRoute: parent,
  path: '/doctors/$doctorId/edit',
  params: doctorId,
  component: lazyRouteComponent(() => import('#renderer/features/people/doctors/EditDoctorPage.tsx'), 'EditDoctorPage'),
});
const doctorPatients = createRoute({
  getParentRoute: parent,
  path: '/doctors/$doctorId/patients',
  params: doctorId,
  validateSearch: patientsSearch,
  component: lazyRouteComponent(
    () => import('#renderer/features/people/doctors/DoctorPatientsPage.tsx'),
    'DoctorPatientsPage',
  ),
});
const images = createRoute({
  getParentRoute: parent,
  path: '/images',
  validateSearch: imagesSearch,
  component: lazyRouteComponent(() => import('#renderer/features/people/images/ImagesPage.tsx'), 'ImagesPage'),
});
const newImage = createRoute({
  getParentRoute: parent,
  path: '/images/new',
  validateSearch: newImageSearch,
  component: lazyRouteComponent(() => import('#renderer/features/people/images/NewImagePage.tsx'), 'NewImagePage'),
});
const image = createRoute({
  getParentRoute: parent,
  path: '/images/$imageId',
  params: imageId,
  component: lazyRouteComponent(() => import('#renderer/features/people/images/ImagePage.tsx'), 'ImagePage'),
});
const editImage = createRoute({
  getParentRoute: parent,
  path: '/images/$imageId/edit',
  params: imageId,
  component: lazyRouteComponent(() => import('#renderer/features/people/images/EditImagePage.tsx'), 'EditImagePage'),
});
const imports = createRoute({
  getParentRoute: parent,
  path: '/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('#renderer/features/people/imports/ImportPage.tsx'), 'ImportPage'),
});
const account = createRoute({
  getParentRoute: parent,
  path: '/account',
  component: lazyRouteComponent(() => import('#renderer/features/accounts/me/ProfilePage.tsx'), 'ProfilePage'),
});
const accountSecurity = createRoute({
  getParentRoute: parent,
  path: '/account/security',
  component: lazyRouteComponent(() => import('#renderer/features/accounts/me/SecurityPage.tsx'), 'SecurityPage'),
});
const accountSessions = createRoute({
  getParentRoute: parent,
  path: '/account/sessions',
  component: lazyRouteComponent(() => import('#renderer/features/accounts/me/SessionsPage.tsx'), 'SessionsPage'),
});
const accountPreferences = createRoute({
  getParentRoute: parent,
  path: '/account/preferences',
  component: lazyRouteComponent(() => import('#renderer/features/accounts/me/PreferencesPage.tsx'), 'PreferencesPage'),
});

const admin = createRoute({
  getParentRoute: parent,
  path: '/admin',
  component: lazyRouteComponent(() => import('#renderer/features/admin/AdminPage.tsx'), 'AdminPage'),
});
const adminTable = createRoute({
  getParentRoute: parent,
  path: '/admin/$table',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('#renderer/features/admin/AdminTablePage.tsx'), 'AdminTablePage'),
});
const newAdminRecord = createRoute({
  getParentRoute: parent,
  path: '/admin/$table/new',
  component: lazyRouteComponent(() => import('#renderer/features/admin/NewRecordPage.tsx'), 'NewRecordPage'),
});
const adminRecord = createRoute({
  getParentRoute: parent,
  path: '/admin/$table/$recordId',
  component: lazyRouteComponent(() => import('#renderer/features/admin/AdminRecordPage.tsx'), 'AdminRecordPage'),
});

/** Every page and its address. */
export const routeTree = root.addChildren([
  start,
  patients,
  newPatient,
  patient,
  editPatient,
  doctors,
  newDoctor,
  doctor,
  editDoctor,
  doctorPatients,
  images,
  newImage,
  image,
  editImage,
  imports,
  admin,
  adminTable,
  newAdminRecord,
  adminRecord,
  account,
  accountSecurity,
  accountSessions,
  accountPreferences,
]);
