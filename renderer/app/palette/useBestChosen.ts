import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { paletteStore } from './store.ts';

const chosenIn = (list: HTMLElement) => list.querySelector<HTMLElement>('[data-action][data-selected]');

/** As the library marks it when the arrows move the choice. */
function chooseFirst(list: HTMLElement): void {
  const [first, chosen] = [list.querySelector('[data-action]'), chosenIn(list)];
  if (first === chosen) return;
  chosen?.removeAttribute('data-selected');
  first?.setAttribute('data-selected', 'true');
  first?.scrollIntoView({ block: 'nearest' });
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}

/**
 * Keeps the best entry of the palette chosen while what is found comes and goes, until somebody moves the choice by the
 * arrows; tells which it is, for those who hear it. Enter waits for an answer that is still to come, and opens the chosen
 * entry only if it is the same that was in sight when Enter was pressed.
 */
export function useBestChosen(text: string, list: HTMLElement | null) {
  const [active, setActive] = useState<string>();
  const [moved, setMoved] = useState({ text, on: false });
  const [awaited, setAwaited] = useState<string>();
  const isMoved = moved.on && moved.text === text;

  const follow = useEffectEvent(() => {
    if (!list) return;
    if (!isMoved) chooseFirst(list);
    const chosen = chosenIn(list);
    for (const entry of list.querySelectorAll('[data-action]'))
      entry.setAttribute('aria-selected', String(entry === chosen));
    setActive(chosen?.id);
    if (awaited === undefined || chosen?.dataset.stale) return;
    setAwaited(undefined);
    if (chosen?.id === awaited) chosen.click();
  });
  useEffect(() => {
    if (!list) return;
    follow();
    const observer = new MutationObserver(() => follow());
    const attributeFilter = ['data-selected', 'data-stale', 'id'];
    observer.observe(list, { childList: true, subtree: true, attributes: true, attributeFilter });
    return () => observer.disconnect();
  }, [list]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setMoved({ text, on: true });
    const chosen = list && chosenIn(list);
    if (event.key !== 'Enter' || !chosen?.dataset.stale) return setAwaited(undefined);
    // The library would open it at once.
    chosen.removeAttribute('data-selected');
    setAwaited(chosen.id);
  };
  return { active, onKeyDown };
}
