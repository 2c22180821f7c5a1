-- duckdb < examples/runs.sql   (in the folder that holds `sweep`)
-- What does a broker more bring, and how much of it is luck? The same seeds at every point, so differences are paired.
CREATE VIEW runs AS SELECT * FROM 'sweep/results/runs.parquet' WHERE status = 'ok';

SELECT "region.trust", "brokers.count", avg("networks.formed") AS formed, stddev("networks.formed") AS spread, count(*) AS n
FROM runs GROUP BY ALL ORDER BY ALL;

SELECT a."region.trust", avg(a."networks.formed" - b."networks.formed") AS more, stddev(a."networks.formed" - b."networks.formed") AS spread
FROM runs a JOIN runs b ON a.seed = b.seed AND a."region.trust" = b."region.trust"
WHERE a."brokers.count" = 8 AND b."brokers.count" = 0 GROUP BY ALL ORDER BY ALL;
