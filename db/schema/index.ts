export * from './accounts.ts';
export * from './credentials.ts';
export * from './doctor.ts';
export * from './image.ts';
export * from './patient.ts';
export * from './photo.ts';
export * from './profile.ts';
export * from './system.ts';
