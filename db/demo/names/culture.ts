/** The names one group of people has. Lists begin with the commonest. */
export interface Culture {
  /** How many people of it there are, relative to the others. */
  weight: number;
  family: string[];
  female: string[];
  male: string[];
  /** How a woman's family name differs, where it does. */
  feminine?: (family: string) => string;
  /** How many in a hundred have a middle name. */
  middleNames: number;
}

/** The names in a text, one space or line apart; an underscore stands for a space within a name. */
export function list(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' '));
}

/** Every stem with every ending ("Ash" + "ford"), leaving out what no one is called (three like letters in a row). */
export function compounds(stems: string, endings: string): string[] {
  return list(stems)
    .flatMap((stem) => list(endings).map((ending) => stem + ending))
    .filter((name) => !/(.)\1\1/.test(name));
}
