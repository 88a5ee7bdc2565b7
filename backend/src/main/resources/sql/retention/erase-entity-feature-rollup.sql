-- Removes the entity from the categories counted in rollups; the number of events stays. Compares salted hashes: the
-- server keeps the text of mutations.
-- unbounded: every row, however old.
ALTER TABLE feature_rollup UPDATE
    categories = mapFilter((category, n) -> lower(hex(SHA256(concat({salt:String}, category)))) != {hash:String}, categories)
WHERE organization_id = {organizationId:UUID}
  AND arrayExists(category -> lower(hex(SHA256(concat({salt:String}, category)))) = {hash:String}, mapKeys(categories))
