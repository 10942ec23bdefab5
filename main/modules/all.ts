/** Every module, one line each: its handlers, and what registers it in Administration. */

export * as admin from '../admin/handlers.ts';
export * as groups from './accounts/groups/index.ts';
export * as me from './accounts/me/index.ts';
export * as permissions from './accounts/permissions.ts';
export * as policy from './accounts/policy/index.ts';
export * as session from './accounts/session/index.ts';
export * as accounts from './accounts/signIn/index.ts';
export * as dashboard from './insight/dashboard/index.ts';
export * as audit from './people/audit.ts';
export * as bookmarks from './people/bookmarks.ts';
export * as doctors from './people/doctors/index.ts';
export * as images from './people/images/index.ts';
export * as imports from './people/imports/index.ts';
export * as patients from './people/patients/index.ts';
export * as photos from './people/photos/index.ts';
export * as users from './people/users.ts';
export * as cache from './system/cache/index.ts';
export * as dataFolder from './system/dataFolder.ts';
export * as device from './system/device.ts';
export * as drafts from './system/drafts.ts';
export * as live from './system/live.ts';
export * as mail from './system/mail.ts';
export * as maintenance from './system/maintenance.ts';
export * as pages from './system/pages/index.ts';
export * as requestLog from './system/requestLog/index.ts';
export * as storage from './system/storage.ts';
