import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function DoctorPatientsPage() {
  return <Page title="DoctorPatientsPage">…</Page>;
}
