import { open, opendir, stat } from 'node:fs/promises';

/** True for a folder or a regular file that this account may read; whatever else is the matter with it is not told apart. */
export async function isReadable(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory()) return false;
    const opened = found.isFile() ? await open(path) : await opendir(path);
    await opened.close();
    return true;
  } catch {
    return false;
  }
}
