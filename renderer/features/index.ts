import type { Feature } from '#renderer/app/feature.ts';
import { root } from '#renderer/app/root.ts';
import * as all from './all.ts';

/** Every feature; what several of them offer stands in this order. */
export const features: readonly Feature[] = Object.values(all).sort((one, other) => one.order - other.order);

type AnyPage = (typeof all)[keyof typeof all]['routes'][number];

/** Every page and its address; links to them are checked against it. */
export const routeTree = root.addChildren(Object.values(all).flatMap(({ routes }): AnyPage[] => routes));
