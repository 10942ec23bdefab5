import { IconShieldLock } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Entrance } from '#renderer/app/entrance.ts';
import type { Feature } from '#renderer/app/feature.ts';
import { LockPage } from './LockPage.tsx';
import { SignInPage } from './SignInPage.tsx';

/** The pages that stand before everything else; those that come once are loaded when they are wanted. */
export const entrance: Entrance = {
  SignInPage,
  LockPage,
  SetupPage: lazy(() => import('./SetupPage.tsx').then((module) => ({ default: module.SetupPage }))),
  NewPasswordPage: lazy(() => import('./NewPasswordPage.tsx').then((module) => ({ default: module.NewPasswordPage }))),
};

/** What Administration shows of signing in. */
export const signIn = { order: 80, routes: [], admin: { signIns: { icon: IconShieldLock } } } satisfies Feature;
