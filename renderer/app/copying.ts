import { client } from '../client.ts';
import { insideDesktop } from '../transport.ts';

/** Tells main whenever something was copied here, so that it leaves the clipboard with whoever copied it. */
export function reportCopies(): void {
  if (!insideDesktop) return;
  // It lies on the clipboard only after everybody has heard of the event.
  for (const type of ['copy', 'cut']) document.addEventListener(type, () => void setTimeout(noteCopy));
}

/** Puts a text on the clipboard, until its user leaves. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  if (insideDesktop) noteCopy();
}

/** Nobody is signed in where this is refused, and nothing of a patient can be copied there. */
function noteCopy(): void {
  client.session.copied().catch(() => undefined);
}
