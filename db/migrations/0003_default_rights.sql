-- Administrators may also look after groups, and after the rules of signing in.
INSERT OR IGNORE INTO `group_permission` (group_id, permission) VALUES
  (1, 'groups.view'), (1, 'groups.add'), (1, 'groups.change'), (1, 'groups.delete'), (1, 'policy.view'), (1, 'policy.change');
