/**
 * What stands behind the windows. It is by far the largest part of the program, so it is loaded as one, after the first
 * window.
 */
export { readPicture } from '#main/hosts/pictures.ts';
export { forgetCopied } from './copied.ts';
export { saveReport, showAbout } from './help.ts';
export { buildMenu } from './menu.ts';
export { offerMove } from './moveFolder.ts';
export { openUntilItOpens } from './opening.ts';
export { serve } from './serving.ts';
