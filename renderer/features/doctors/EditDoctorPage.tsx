import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function EditDoctorPage() {
  return <Page title="EditDoctorPage">…</Page>;
}
