import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { router } from './router.ts';

/** Main asks the page to go somewhere: a menu entry or a link from outside. */
function useRequestsToGo(): void {
  useEffect(() => {
    const go = ({ data, source, origin }: MessageEvent) => {
      if (source !== window || origin !== location.origin || data?.type !== 'clinic-desk:go') return;
      if (typeof data.to === 'string' && data.to.startsWith('/')) router.history.push(data.to);
    };
    window.addEventListener('message', go);
    return () => window.removeEventListener('message', go);
  }, []);
}

/** Everything a signed-in user sees. */
export function Workspace() {
  const { t } = useTranslation();
  useRequestsToGo();
  return (
    <ModalsProvider>
      <RouterProvider router={router} />
      <section aria-label={t('shell:notices')}>
        <Notifications position="bottom-right" transitionDuration={100} withinPortal={false} limit={4} />
      </section>
    </ModalsProvider>
  );
}
