import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showProblem } from '#renderer/app/notices.tsx';
import { queryClient } from '#renderer/app/query.ts';
import { orpc } from '#renderer/client.ts';

/** Whether addresses may be used at all is decided where they are used. */
export function LinkSwitch({ on }: { on: boolean }) {
  const { t } = useTranslation('images');
  const change = useMutation(
    orpc.images.setOptions.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.images.options.key() }),
      onError: showProblem,
    }),
  );
  return (
    <Switch
      label={t('allowLinks')}
      checked={on}
      onChange={(event) => change.mutate({ links: event.currentTarget.checked })}
    />
  );
}
