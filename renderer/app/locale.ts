/** How this computer's user writes dates and numbers. */
export const locale = navigator.language;
