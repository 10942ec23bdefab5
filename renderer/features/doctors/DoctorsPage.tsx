import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function DoctorsPage() {
  return <Page title="DoctorsPage">…</Page>;
}
