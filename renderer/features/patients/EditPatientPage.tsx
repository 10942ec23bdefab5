import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function EditPatientPage() {
  return <Page title="EditPatientPage">…</Page>;
}
