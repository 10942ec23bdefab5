import { Button } from '@mantine/core';
import { notifications, notificationsStore } from '@mantine/notifications';
import type { Message } from '../answers.ts';
import { i18n } from './i18n.ts';
import { problemOf, sentenceText } from './problem.ts';
import { OF_THE_STATION } from './stationMessages.ts';

const colours: Record<Message['level'], string> = { info: 'brand', success: 'brand', warning: 'yellow', error: 'red' };
/** In milliseconds; what went wrong, or is a warning, stands until somebody has seen it and closes it. */
const shownFor: Record<Message['level'], number | false> = {
  success: 4000,
  info: 10_000,
  warning: false,
  error: false,
};

/** Shows what main has to say besides the answer of a call. */
export function showMessage(message: Message): void {
  const text = sentenceText(message);
  if (text === undefined) return;
  notifications.show({
    id: OF_THE_STATION.includes(message.key) ? message.key : crypto.randomUUID(),
    message: text,
    color: colours[message.level],
    autoClose: shownFor[message.level],
    closeButtonProps: { 'aria-label': i18n.t('close') },
  });
}

/** Whoever comes in knows that the one before has left. */
export function clearStationNotice(): void {
  for (const id of OF_THE_STATION) notifications.hide(id);
}

/** Takes away what was said to the one who leaves. */
export function clearNotices(): void {
  notifications.updateState(notificationsStore, (all) => all.filter(({ id = '' }) => OF_THE_STATION.includes(id)));
}

/** Tells shortly that something was done, with a way back when there is one; answers the notice's id. */
export function showDone(message: string, undo?: () => Promise<unknown>): string {
  const id = notifications.show({
    message: undo ? <WithUndo message={message} undo={() => takeBack(id, undo)} /> : message,
    color: 'brand',
    autoClose: undo ? 10_000 : 4000,
    closeButtonProps: { 'aria-label': i18n.t('close') },
  });
  return id;
}

/** Tells shortly that something went wrong. */
export function showProblem(error: unknown): void {
  const problem = problemOf(error);
  showWrong(problem.id ? `${problem.text} ${i18n.t('errorId', { id: problem.id })}` : problem.text);
}

const NOT_SAVED = 'not-saved';

/** Tells, wherever the eyes are, that a form was not saved; the form itself says more. */
export function showNotSaved(text: string): void {
  hideNotSaved();
  showWrong(text, NOT_SAVED);
}

/** It is tried again, or no matter any more. */
export const hideNotSaved = (): void => void notifications.hide(NOT_SAVED);

function showWrong(message: string, id: string = crypto.randomUUID()): void {
  notifications.show({
    id,
    message,
    color: 'red',
    role: 'alert',
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': i18n.t('close') },
  });
}

async function takeBack(id: string, undo: () => Promise<unknown>): Promise<void> {
  notifications.hide(id);
  await undo().catch(showProblem);
}

function WithUndo({ message, undo }: { message: string; undo: () => void }) {
  return (
    <span style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 12 }}>
      <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>{message}</span>
      <Button size="compact-sm" variant="light" flex="none" onClick={undo}>
        {i18n.t('undo')}
      </Button>
    </span>
  );
}
