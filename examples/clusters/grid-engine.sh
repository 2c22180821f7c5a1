#!/bin/bash
# Grid Engine. A template, not tested: put in the folder of the experiment and the number of its shards
# (`distretto status DIR --json`), then: qsub grid-engine.sh. When all have ended: distretto merge DIR
#$ -N distretto
#$ -t 1-16
#$ -r y
#$ -cwd
exec distretto work sweep --shard "$SGE_TASK_ID"
