import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';

export interface Mount {
  at: string;
  kind: string;
}

const REMOTE =
  /^(nfs\d?|cifs|smb\w*|afp\w*|webdav|davfs2?|9p|afs|ceph|glusterfs|lustre|fuse\.(sshfs|rclone|davfs|gvfs.*))$/;

/** The kind of network share that an existing path lies on (`nfs4`, `smbfs`, …), or null for a disk of this computer. */
export function networkShare(path: string, mounts: readonly Mount[] = readMounts()): string | null {
  // On Windows the real path of a mapped drive is its \\server\share.
  const real = realpathSync.native(path);
  if (/^(\\\\|\/\/)[^?.]/.test(real)) return 'smb';
  const [nearest] = mounts.filter(({ at }) => isWithin(real, at)).sort((a, b) => b.at.length - a.at.length);
  return nearest && REMOTE.test(nearest.kind) ? nearest.kind : null;
}

const isWithin = (path: string, folder: string) =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function readMounts(): Mount[] {
  if (process.platform === 'linux') return parseLinuxMounts(readFileSync('/proc/mounts', 'utf8'));
  if (process.platform === 'darwin') return parseMacMounts(spawnSync('/sbin/mount', { encoding: 'utf8' }).stdout);
  return [];
}

/** Lines such as `server:/export /mnt/clinic nfs4 rw 0 0`, blanks written as `\040`. */
export function parseLinuxMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, at, kind] = line.split(' ');
    return at && kind ? [{ at: at.replace(/\\(\d{3})/g, (_, octal) => char(octal)), kind }] : [];
  });
}

const char = (octal: string) => String.fromCharCode(Number.parseInt(octal, 8));

/** Lines such as `//ada@server/share on /Volumes/share (smbfs, nodev)`. */
export function parseMacMounts(text: string): Mount[] {
  return [...text.matchAll(/ on (.+) \(([^,)]+)/g)].map(([, at = '', kind = '']) => ({ at, kind }));
}
