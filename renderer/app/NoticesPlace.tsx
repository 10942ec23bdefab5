import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Where short notices appear, on every page and at the door. */
export function NoticesPlace() {
  const { t } = useTranslation('shell');
  return (
    <section aria-label={t('notices')}>
      <Notifications position="bottom-right" transitionDuration={100} withinPortal={false} limit={4} />
    </section>
  );
}
