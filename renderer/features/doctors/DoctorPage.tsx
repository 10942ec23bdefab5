import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function DoctorPage() {
  return <Page title="DoctorPage">…</Page>;
}
