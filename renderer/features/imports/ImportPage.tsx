import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function ImportPage() {
  return <Page title="ImportPage">…</Page>;
}
