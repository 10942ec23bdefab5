import { config } from 'zod/v4';

// The page's Content-Security-Policy forbids generated code, and zod decides when a schema is made.
config({ jitless: true });

export * from 'zod/v4';
