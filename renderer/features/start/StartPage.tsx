import { Page } from '#renderer/ui/Page.tsx';

/** To come. */
export function StartPage() {
  return <Page title="StartPage">…</Page>;
}
