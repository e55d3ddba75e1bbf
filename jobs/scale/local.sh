#!/bin/bash
# usage: jobs/scale/local.sh PLAN OUTPUT [JOB]   a run in eight shards on this machine, as processes: what a scheduler does elsewhere. Call it again and it does what is missing.
set -eu
detente=${DETENTE:-npx detente}
[ -e "$1/plan.json" ] || $detente plan ${3:+"$3"} --shards 8 --out "$1" --output "$2"
exec $detente submit "$1" --engine local
