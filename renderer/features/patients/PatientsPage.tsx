import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function PatientsPage() {
  return <Page title="PatientsPage">…</Page>;
}
