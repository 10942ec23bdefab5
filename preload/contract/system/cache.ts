import * as z from 'zod';
import { line } from '../ground/fields.ts';

/** Where a cache keeps its entries. */
export const cacheBackend = z.enum(['memory', 'file', 'database', 'redis', 'memcached']);
export type CacheBackend = z.infer<typeof cacheBackend>;

/** How caches are called: a word in small letters. */
export const cacheName = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'validation.invalid');

/** `redis://127.0.0.1:6379` or `127.0.0.1:11211`; empty means the usual port of this computer. */
const address = line(300).refine(
  (value) => value === '' || /^(?:rediss?:\/\/)?[^\s/@]*(?:@[^\s/@]+)?(?::\d{1,5})?(?:\/\d{1,3})?$/.test(value),
  'validation.invalid',
);

export const cacheChoice = z.strictObject({
  backend: cacheBackend.default('memory'),
  address: address.default(''),
  /** How long an entry is kept when nobody says otherwise; null keeps it forever, 0 keeps nothing. */
  seconds: z.int().min(0).max(31_536_000).nullable().default(300),
  /** Beyond so many entries the ones unused longest (memory) or oldest (file, database) go; servers have limits of their own. */
  maxEntries: z.int().min(3).max(1_000_000).default(1_000),
  /** Stands before every key. */
  prefix: z
    .string()
    .regex(/^[\w.-]{0,40}$/, 'validation.invalid')
    .default(''),
  version: z.int().min(1).max(1_000_000).default(1),
});
export type CacheChoice = z.infer<typeof cacheChoice>;

export const cacheSettings = z.strictObject({
  /** Answers of reads that declare nothing themselves are kept so long for their user; 0 switches this off. */
  siteSeconds: z.int().min(0).max(3600).default(0),
  /** The caches by name; one that is not here is as `default` is. */
  caches: z
    .record(cacheName, cacheChoice)
    .refine((caches) => Object.keys(caches).length <= 20, 'validation.tooMany')
    .default({}),
});
export type CacheSettings = z.infer<typeof cacheSettings>;
