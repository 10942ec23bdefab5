import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ArchivedHintProps {
  /** How many archived records fit that the list leaves out. */
  count: number;
  onShow: () => void;
}

/** Says that archived records fit what was typed, and shows them. */
export function ArchivedHint({ count, onShow }: ArchivedHintProps) {
  const { t } = useTranslation();
  return (
    <span>
      {t('archivedFit', { count })}{' '}
      <Button variant="subtle" size="compact-sm" onClick={onShow}>
        {t('showArchived')}
      </Button>
    </span>
  );
}
