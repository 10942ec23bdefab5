import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** Draws every icon the installers need from the one SVG: `node scripts/icons.ts`, after the SVG changed. */

const FOLDER = join('assets', 'icons');
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
/** The kinds of picture in a macOS icon, and the side of each in pixels. */
const MAC: Array<[kind: string, size: number]> = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];
/** macOS leaves this part of an icon's side empty on each side. */
const MAC_MARGIN = 0.1;

for (const size of LINUX) writeFileSync(join(FOLDER, `${size}x${size}.png`), await draw(size));
writeFileSync(join(FOLDER, 'icon.ico'), ico(await drawn(WINDOWS)));
writeFileSync(
  join(FOLDER, 'icon.icns'),
  icns(await Promise.all(MAC.map(async ([kind, size]) => [kind, await draw(size, MAC_MARGIN)]))),
);

async function drawn(sizes: number[]): Promise<Array<[number, Buffer]>> {
  return Promise.all(sizes.map(async (size): Promise<[number, Buffer]> => [size, await draw(size)]));
}

/** The icon as a small PNG of `size` pixels, with an empty margin of that part of its side. */
async function draw(size: number, margin = 0): Promise<Buffer> {
  const edge = Math.round(size * margin);
  const inner = size - 2 * edge;
  return sharp(join(FOLDER, 'icon.svg'), { density: (72 * inner * 2) / 512 + 1 })
    .resize(inner, inner)
    .extend({ top: edge, bottom: edge, left: edge, right: edge, background: '#0000' })
    .png({ palette: true, colours: 128, effort: 10 })
    .toBuffer();
}

/** A Windows icon: a directory of 16 bytes an entry, then the PNGs. */
function ico(pictures: Array<[number, Buffer]>): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, [size, png]] of pictures.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(([, png]) => png)]);
}

/** A macOS icon: blocks of kind, length and PNG. */
function icns(pictures: Array<[string, Buffer]>): Buffer {
  const block = (kind: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(kind, 'ascii');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  return block('icns', Buffer.concat(pictures.map(([kind, png]) => block(kind, png))));
}
