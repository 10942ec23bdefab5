import type { ComponentType } from 'react';
import type { Start } from './session.tsx';

/** The pages that stand in the window while nobody works in it. */
export interface Entrance {
  /** The first start. */
  SetupPage: ComponentType;
  SignInPage: ComponentType<{ start: Start }>;
  LockPage: ComponentType<{ start: Start; owner: NonNullable<Start['locked']> }>;
  /** Before everything else, for those whose password somebody else knows. */
  NewPasswordPage: ComponentType;
}
