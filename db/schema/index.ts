export * from './accounts.ts';
export * from './doctor.ts';
export * from './patient.ts';
export * from './photo.ts';
export * from './system.ts';
