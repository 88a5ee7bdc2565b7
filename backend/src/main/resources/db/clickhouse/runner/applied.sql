SELECT version, name, checksum FROM schema_migration FINAL ORDER BY version
