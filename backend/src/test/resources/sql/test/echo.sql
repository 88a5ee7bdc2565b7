-- unbounded: reads no events
SELECT {text:String} AS text, {texts:Array(String)} AS texts, {number:Float64} AS number, {numbers:Array(Float64)} AS numbers,
    {integer:Int64} AS integer, {id:UUID} AS id, {at:DateTime64(9, 'UTC')} AS at, {flag:Bool} AS flag,
    map('a', 'b') AS labels, [1, 2, 3] AS integers, CAST(NULL, 'Nullable(Float64)') AS nothing,
    {organizationId:UUID} AS organization
