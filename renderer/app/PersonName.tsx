import { givenNames } from '#contract/ground/names.ts';
import type { PersonName as Parts } from '#contract/ground/person.ts';
import classes from './PersonName.module.css';

interface PersonNameProps {
  person: Parts;
  /** Doctors are known by theirs. */
  withTitle?: boolean;
}

/** FAMILY given, as everywhere in the clinic. */
export function PersonName({ person, withTitle = false }: PersonNameProps) {
  return (
    <>
      <span className={classes.family}>{person.familyName}</span> {givenNames(person)}
      {withTitle && person.prefix && <span className={classes.title}>, {person.prefix}</span>}
    </>
  );
}
