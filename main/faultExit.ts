/** What a host ends with after a fault nobody caught, so that whoever started it knows to start it again. */
export const FAULT_EXIT = 70;

/** What has come through one fault and meets the next so soon is not started again: it would go on for ever. */
export const SOONEST_AGAIN_MS = 60_000;
