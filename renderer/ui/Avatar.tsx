import { useState } from 'react';
import classes from './Avatar.module.css';

interface AvatarProps {
  /** The person's name as shown; two initials stand in for a missing photo. */
  name: string;
  src: string | null;
  size?: number;
}

const TINTS = 6;

/** First letters of the first and the last word; one character where words are not spaced. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => [...(word ?? '')][0] ?? '').join('');
}

function tintOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return sum % TINTS;
}

/** A round photo, or initials where there is none or it cannot be shown. Decoration: the name stands beside it. */
export function Avatar({ name, src, size = 32 }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const style = { width: size, height: size, fontSize: Math.round(size * 0.38) };
  if (src === null || broken === src) {
    return (
      <span className={classes.initials} data-tint={tintOf(name)} style={style} aria-hidden="true">
        {initials(name) || '–'}
      </span>
    );
  }
  return (
    <img
      className={classes.photo}
      src={src}
      alt=""
      width={size}
      height={size}
      draggable={false}
      onError={() => setBroken(src)}
    />
  );
}
