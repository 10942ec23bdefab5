/** In place of the page's line to main: calls go where the test says, and what was asked of main is written down. */
export const line = {
  isUp: true,
  /** In its order: `patients.create`. */
  asked: [] as string[],
  call: async (_path: readonly string[], _input: unknown): Promise<unknown> => null,
};

export const insideDesktop = false;
export const link = { call: (path: readonly string[], input: unknown) => line.call(path, input) };
