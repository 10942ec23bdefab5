import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#contract/accounts/signIn.ts';
import { useNamedPages } from '#renderer/app/features.tsx';
import { ChoiceInput } from '#renderer/app/forms/ChoiceInput.tsx';
import { languages } from '#renderer/app/i18n.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { queryClient } from '#renderer/app/query.ts';
import { useTheme } from '#renderer/app/usePreferences.ts';
import { client, orpc } from '#renderer/client.ts';
import { AccountPage } from './AccountPage.tsx';
import classes from './account.module.css';
import { Card } from './Card.tsx';

const themes = ['auto', 'light', 'dark'] as const;

const nameOf = (language: string) => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

/** My account, fourth part: how the window looks, speaks and begins. */
export function PreferencesPage() {
  return <AccountPage part="preferences">{(me) => <Choices preferences={me.user.preferences} />}</AccountPage>;
}

function Choices({ preferences }: { preferences: Preferences }) {
  const { t } = useTranslation('account');
  const startPages = useNamedPages().filter(({ isStartPage }) => isStartPage);
  const [theme, chooseTheme] = useTheme();
  const save = async (part: Partial<Preferences>) => {
    try {
      await client.me.updatePreferences(part);
      await queryClient.invalidateQueries({ queryKey: orpc.me.key() });
      showDone(t('common:form.saved'));
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <div className={classes.narrow}>
      <Card title={t('preferences.title')} text={t('preferences.text')}>
        <ChoiceInput
          key={theme}
          label={t('shell:theme.title')}
          options={themes.map((value) => ({ value, label: t(`shell:theme.${value}`) }))}
          defaultValue={theme}
          onChange={(value) => chooseTheme(themes.find((known) => known === value) ?? 'auto')}
        />
        <NativeSelect
          label={t('preferences.startPage')}
          description={t('preferences.startPageHint')}
          value={preferences.startPage}
          onChange={(event) => void save({ startPage: event.currentTarget.value })}
          data={[
            { value: '', label: t('preferences.groupStartPage') },
            ...startPages.map(({ path, name }) => ({ value: path, label: t(name) })),
          ]}
        />
        <NativeSelect
          label={t('preferences.language')}
          value={preferences.language || 'en'}
          onChange={(event) => void save({ language: event.currentTarget.value })}
          data={languages.map((value) => ({ value, label: nameOf(value) }))}
        />
      </Card>
    </div>
  );
}
