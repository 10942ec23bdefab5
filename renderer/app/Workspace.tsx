import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRequestsToGo } from './requests.ts';
import { router } from './router.ts';

const goTo = (path: string) => router.history.push(path);

/** Everything a signed-in user sees. */
export function Workspace() {
  const { t } = useTranslation();
  useRequestsToGo(goTo);
  return (
    <ModalsProvider>
      <RouterProvider router={router} />
      <section aria-label={t('shell:notices')}>
        <Notifications position="bottom-right" transitionDuration={100} withinPortal={false} limit={4} />
      </section>
    </ModalsProvider>
  );
}
