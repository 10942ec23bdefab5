export * from './accounts/accounts.ts';
export * from './accounts/credentials.ts';
export * from './accounts/profile.ts';
export * from './people/doctor.ts';
export * from './people/image.ts';
export * from './people/patient.ts';
export * from './people/photo.ts';
export * from './system.ts';
