-- Administrators look after sessions, settings and maintenance too, and read the audit and the log.
INSERT OR IGNORE INTO `group_permission` (group_id, permission) VALUES
  (1, 'sessions.view'), (1, 'sessions.delete'), (1, 'signIns.view'), (1, 'pageCounts.view'), (1, 'audit.view'),
  (1, 'log.view'), (1, 'settings.view'), (1, 'settings.change'), (1, 'maintenance.change');
