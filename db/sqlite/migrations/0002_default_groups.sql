-- The groups a clinic starts with, and what each may; a clinic changes them as it likes.
INSERT INTO `group` (id, name, created_at, updated_at) VALUES
  (1, 'Administrators', 0, 0), (2, 'Doctors', 0, 0), (3, 'Reception', 0, 0), (4, 'Billing', 0, 0), (5, 'Read only', 0, 0);
--> statement-breakpoint
INSERT INTO `group_permission` (group_id, permission) VALUES
  (1, 'patients.view'), (1, 'patients.add'), (1, 'patients.change'), (1, 'patients.delete'),
  (1, 'doctors.view'), (1, 'doctors.add'), (1, 'doctors.change'), (1, 'doctors.delete'),
  (1, 'images.view'), (1, 'images.add'), (1, 'images.change'), (1, 'images.delete'),
  (1, 'users.view'), (1, 'users.add'), (1, 'users.change'), (1, 'users.delete'),
  (1, 'groups.view'), (1, 'groups.add'), (1, 'groups.change'), (1, 'groups.delete'),
  (1, 'policy.view'), (1, 'policy.change'), (1, 'settings.view'), (1, 'settings.change'), (1, 'maintenance.change'),
  (1, 'sessions.view'), (1, 'sessions.delete'), (1, 'signIns.view'), (1, 'pageCounts.view'), (1, 'audit.view'),
  (1, 'log.view'), (1, 'cache.view'), (1, 'cache.change'), (1, 'cache.clear'), (1, 'data.import'),
  (2, 'patients.view'), (2, 'patients.add'), (2, 'patients.change'), (2, 'patients.delete'), (2, 'doctors.view'),
  (2, 'images.view'), (2, 'images.add'), (2, 'images.change'), (2, 'images.delete'),
  (3, 'patients.view'), (3, 'patients.add'), (3, 'patients.change'), (3, 'patients.delete'), (3, 'doctors.view'),
  (3, 'images.view'),
  (4, 'patients.view'), (4, 'doctors.view'), (4, 'images.view'),
  (5, 'patients.view'), (5, 'doctors.view'), (5, 'images.view');
