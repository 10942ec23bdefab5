import { Spotlight } from '@mantine/spotlight';
import type { ReactNode } from 'react';
import classes from './PaletteParts.module.css';

interface PaletteGroupProps {
  label: string;
  /** What was taken for granted in finding these. */
  note?: ReactNode;
  children: ReactNode;
}

/** Entries of the palette that belong together, under what they are called. */
export function PaletteGroup({ label, note, children }: PaletteGroupProps) {
  return (
    <Spotlight.ActionsGroup label={label} role="group" aria-label={label}>
      {note && <div className={classes.note}>{note}</div>}
      {children}
    </Spotlight.ActionsGroup>
  );
}

interface PaletteEntryProps {
  /** No other entry's: `patient-12`. */
  id: string;
  icon?: ReactNode;
  label: string;
  /** What tells it from others that are called the same. */
  detail?: string;
  /** At the end of the line. */
  marks?: ReactNode;
  /** It was found for an earlier text: the answer to what stands in the box is still to come. */
  stale?: boolean;
  act: () => void;
}

/** One thing that the palette offers. */
export function PaletteEntry({ id, icon, label, detail, marks, stale = false, act }: PaletteEntryProps) {
  return (
    <Spotlight.Action
      role="option"
      id={`palette-${id}`}
      data-stale={stale || undefined}
      leftSection={icon}
      rightSection={marks}
      dimmedSections={false}
      label={label}
      {...(detail && { description: detail })}
      onClick={act}
    />
  );
}
