/** Wraps the data key for keeping on disk. The system's keychain where there is one; see also {@link fileKeychain}. */
export interface Keychain {
  /** Written beside the wrapped key, so that it is known later who can unwrap it. */
  readonly kind: 'system' | 'file';
  wrap(key: Buffer): Promise<Buffer>;
  unwrap(wrapped: Buffer): Promise<Buffer>;
}

/** No keychain: the key stands in a file that only this OS user can read. The app says so plainly. */
export const fileKeychain: Keychain = {
  kind: 'file',
  wrap: async (key) => key,
  unwrap: async (wrapped) => wrapped,
};
