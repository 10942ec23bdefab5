import { IconArrowBigUpLines } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import classes from './CapsLock.module.css';

/** Knows from key presses inside an element whether Caps Lock is on. */
export function useCapsLock() {
  const [on, setOn] = useState(false);
  const look = (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock'));
  return { on, handlers: { onKeyDown: look, onKeyUp: look } };
}

/** Says so while Caps Lock is on; keeps its place so that nothing jumps. */
export function CapsLockHint({ on, children }: { on: boolean; children: ReactNode }) {
  return (
    <div className={classes.hint} role="status">
      {on && (
        <>
          <IconArrowBigUpLines size={16} aria-hidden="true" /> {children}
        </>
      )}
    </div>
  );
}
