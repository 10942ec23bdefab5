import { createSpotlight } from '@mantine/spotlight';

/** Whether the palette is open and what is chosen in it; and the way to open it. */
export const [paletteStore, palette] = createSpotlight();
