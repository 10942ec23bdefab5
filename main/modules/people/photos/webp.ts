/** Stored pictures as the contract hands them out: all of them are WebP. */
export const webp = (bytes: Buffer): Blob => new Blob([new Uint8Array(bytes)], { type: 'image/webp' });
