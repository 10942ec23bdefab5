let intention = 0;

/** Somebody is about to leave; answers whether that is still so, for when the page has asked about unsaved work. */
export function beginLeaving(): () => boolean {
  intention += 1;
  const mine = intention;
  return () => mine === intention;
}

/** They would rather stay and go on with their work. */
export function stay(): void {
  intention += 1;
}
