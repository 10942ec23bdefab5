import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function NewDoctorPage() {
  return <Page title="NewDoctorPage">…</Page>;
}
