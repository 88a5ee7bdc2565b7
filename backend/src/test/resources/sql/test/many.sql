-- unbounded: reads no events
SELECT number AS n, toString({organizationId:UUID}) AS o FROM numbers({rows:UInt64})
