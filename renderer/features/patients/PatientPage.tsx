import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function PatientPage() {
  return <Page title="PatientPage">…</Page>;
}
