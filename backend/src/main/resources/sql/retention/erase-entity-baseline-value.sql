-- Removes the entity from the values of category features in baselines. Compares salted hashes: the server keeps the text
-- of mutations.
-- unbounded: baselines have no time.
ALTER TABLE baseline_value DELETE
WHERE organization_id = {organizationId:UUID}
  AND lower(hex(SHA256(concat({salt:String}, label)))) = {hash:String}
