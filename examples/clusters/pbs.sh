#!/bin/bash
# PBS Professional or OpenPBS. A template, not tested: put in the folder of the experiment and the number of its shards
# (`distretto status DIR --json`), then: qsub pbs.sh. When all have ended: distretto merge DIR
#PBS -N distretto
#PBS -J 1-16
#PBS -r y
#PBS -l select=1:ncpus=1
cd "$PBS_O_WORKDIR" || exit 1
exec distretto work sweep --shard "$PBS_ARRAY_INDEX"
