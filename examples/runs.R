# Rscript examples/runs.R sweep: networks formed with brokers and without, on the same seeds.
runs <- read.csv(file.path(commandArgs(TRUE)[1], "results", "runs.csv"), check.names = FALSE)
runs <- runs[runs$status == "ok", c("region.trust", "brokers.count", "seed", "networks.formed")]
with <- runs[runs$brokers.count == 8, ]
without <- runs[runs$brokers.count == 0, ]
pairs <- merge(with, without, by = c("region.trust", "seed"))
pairs$more <- pairs$networks.formed.x - pairs$networks.formed.y
print(aggregate(more ~ region.trust, pairs, function(x) c(mean = mean(x), n = length(x))))
