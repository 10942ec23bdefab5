import { Anchor, Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { AttemptNotice } from '#renderer/app/AttemptNotice.tsx';
import { whileArriving } from '#renderer/app/station/arriving.ts';
import { useWait } from '#renderer/app/useWait.ts';
import { client } from '#renderer/client.ts';
import classes from './SignInPage.module.css';

interface SecondFactorFormProps {
  /** What the code does here. */
  action: string;
  /** So many days this computer may stand in for the code; 0 offers nothing. */
  rememberDays: number;
  onEntered: (user: CurrentUser) => Promise<void>;
  onBack: () => void;
}

const isWhole = (code: string) => /^\d{6}$/.test(code.replace(/\s/g, ''));

/** The second step of signing in: six digits of the authenticator, or a recovery code. */
export function SecondFactorForm({ action, rememberDays, onEntered, onBack }: SecondFactorFormProps) {
  const { t } = useTranslation('signIn');
  const [kind, setKind] = useState<'digits' | 'recovery'>('digits');
  const [code, setCode] = useState('');
  const [remember, setRemember] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const check = useMutation({
    mutationFn: (typed: string) =>
      whileArriving(async () => onEntered(await client.accounts.secondFactor({ code: typed, remember }))),
    gcTime: 0,
    onError: () => field.current?.select(),
  });
  const wait = useWait(check.error);
  const send = (typed: string) => {
    if (typed.trim() !== '' && !check.isPending && wait === 0) check.mutate(typed);
  };
  const type = (typed: string) => {
    setCode(typed);
    // Nobody needs Enter after the sixth digit.
    if (kind === 'digits' && isWhole(typed) && !isWhole(code)) send(typed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(code);
  };
  const turn = () => {
    setKind(kind === 'digits' ? 'recovery' : 'digits');
    setCode('');
    check.reset();
    field.current?.focus();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2 className={classes.stepTitle}>{t('code.title')}</h2>
      <p className={classes.text}>{t(`code.text.${kind}`)}</p>
      {/* Before the code, which goes off with its last digit. */}
      {rememberDays > 0 && (
        <Checkbox
          label={t('code.remember', { count: rememberDays })}
          checked={remember}
          onChange={(event) => setRemember(event.currentTarget.checked)}
        />
      )}
      <TextInput
        ref={field}
        label={t(`code.label.${kind}`)}
        value={code}
        onChange={(event) => type(event.currentTarget.value)}
        inputMode={kind === 'digits' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        classNames={{ input: classes.code ?? '' }}
        maxLength={40}
        size="md"
        spellCheck={false}
        autoFocus
      />
      <AttemptNotice error={check.error} wait={wait} />
      <Button type="submit" size="md" loading={check.isPending} disabled={wait > 0} fullWidth>
        {action}
      </Button>
      <p className={classes.hint}>
        <Anchor component="button" type="button" size="sm" onClick={turn}>
          {t(`code.turn.${kind}`)}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('back')}
        </Anchor>
      </p>
    </form>
  );
}
