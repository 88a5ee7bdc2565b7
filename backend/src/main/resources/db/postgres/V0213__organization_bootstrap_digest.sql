-- What the bootstrap file said when it was applied last. As long as it says the same, what people changed since stays.
ALTER TABLE organization ADD COLUMN bootstrap_digest text;
