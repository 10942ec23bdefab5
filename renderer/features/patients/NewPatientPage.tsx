import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function NewPatientPage() {
  return <Page title="NewPatientPage">…</Page>;
}
