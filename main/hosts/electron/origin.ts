/** The only origin the page may have. */
export const PAGE_ORIGIN = 'clinic-app://desk';
/** The scheme of photos and pictures. */
export const MEDIA_SCHEME = 'clinic-media';

/** Scheme and host of an address; Node gives custom schemes the origin "null", so it is put together here. */
export function originOf(url: string): string | null {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return null;
  }
}
