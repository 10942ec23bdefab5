import classes from './ColourDot.module.css';

/** A record's colour in calendars and lists; decoration beside its name. */
export function ColourDot({ colour }: { colour: string }) {
  return <span className={classes.dot} style={{ background: `var(--mantine-color-${colour}-6)` }} aria-hidden="true" />;
}
