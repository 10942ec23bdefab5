/** The largest message a page may send: a photo of the largest allowed size and its wrapping. */
export const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

/** A page at a message port says each time it has taken so many bytes; a port, unlike a socket, does not tell by itself. */
export const TELL_TAKEN_BYTES = 256 * 1024;

/** How long a message is, for both ends of a port alike; what is neither text nor bytes is no message of ours. */
export function sizeOf(message: unknown): number {
  if (typeof message === 'string') return message.length;
  return message instanceof ArrayBuffer || ArrayBuffer.isView(message) ? message.byteLength : Number.POSITIVE_INFINITY;
}
