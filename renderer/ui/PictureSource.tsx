import { type DragEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import classes from './PictureSource.module.css';

interface PictureSourceProps {
  label: string;
  onFile: (file: File) => void;
  /** What stands inside; `choose` opens the system's dialog for a file. */
  children: (choose: () => void) => ReactNode;
}

/** A place where a picture is dropped, or chosen from the computer. What is no file changes nothing. */
export function PictureSource({ label, onFile, children }: PictureSourceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={classes.source}
      data-over={over || undefined}
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => take(event.currentTarget.files)}
      />
    </section>
  );
}

/** Takes a picture that is pasted anywhere, for as long as the caller is on the page. */
export function usePastedPicture(onFile: (file: File) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    onFile(file);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, []);
}
