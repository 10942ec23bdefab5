import { type KeyboardEvent, memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PatientList.module.css';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Letters typed within this time make one word. */
const WORD_TIME = 900;

/** Jumps to a first letter of the family name; typing letters here jumps to a name that begins so. */
export const LetterStrip = memo(function LetterStrip({ at, onJump }: { at: string; onJump: (at: string) => void }) {
  const { t } = useTranslation('patients');
  const typed = useRef({ word: '', when: 0 });
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const here = document.activeElement instanceof HTMLButtonElement ? buttons.indexOf(document.activeElement) : -1;
    if (event.key === 'ArrowDown') buttons[here + 1]?.focus();
    else if (event.key === 'ArrowUp') buttons[here - 1]?.focus();
    else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.altKey) {
      const word = event.timeStamp - typed.current.when < WORD_TIME ? typed.current.word + event.key : event.key;
      typed.current = { word, when: event.timeStamp };
      onJump(word);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const current = at.charAt(0).toUpperCase();
  return (
    <div className={classes.letters} role="toolbar" aria-orientation="vertical" aria-label={t('jump')} onKeyDown={key}>
      {letters.map((letter) => (
        <button
          key={letter}
          type="button"
          aria-label={t('jumpTo', { letter })}
          aria-pressed={letter === current}
          tabIndex={letter === (current || 'A') ? 0 : -1}
          onClick={() => onJump(letter === current ? '' : letter)}
        >
          {letter}
        </button>
      ))}
    </div>
  );
});
