import classes from './doctors.module.css';

/** The doctor's colour in calendars and lists; decoration beside the name. */
export function ColourDot({ colour }: { colour: string }) {
  return <span className={classes.dot} style={{ background: `var(--mantine-color-${colour}-6)` }} aria-hidden="true" />;
}
