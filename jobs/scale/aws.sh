#!/bin/bash
# Untested: written after the documentation, run by no check of detente.
# AWS Batch: shards 0-63, buckets 0-15, finish.
set -eu
: "${QUEUE:?}" "${DEFINITION:?}"
RETRY='{"attempts":4,"evaluateOnExit":[{"onExitCode":"74","action":"RETRY"},{"onExitCode":"75","action":"RETRY"},{"onExitCode":"13*","action":"RETRY"},{"onExitCode":"14*","action":"RETRY"},{"onStatusReason":"Host EC2*","action":"RETRY"},{"onExitCode":"*","action":"EXIT"}]}'
map=$(aws batch submit-job --job-name detente-map --job-queue "$QUEUE" --job-definition "$DEFINITION" --array-properties size=64 \
  --retry-strategy "$RETRY" --container-overrides '{"command":["/bin/sh","-c","exec detente map /shared/plan --only 0-63 --quiet"]}' --query jobId --output text)
echo "map $map"
reduce=$(aws batch submit-job --job-name detente-reduce --job-queue "$QUEUE" --job-definition "$DEFINITION" --array-properties size=16 --depends-on jobId=$map \
  --retry-strategy "$RETRY" --container-overrides '{"command":["/bin/sh","-c","exec detente reduce /shared/plan --only 0-15 --quiet"]}' --query jobId --output text)
echo "reduce $reduce"
finish=$(aws batch submit-job --job-name detente-finish --job-queue "$QUEUE" --job-definition "$DEFINITION" --depends-on jobId=$reduce \
  --retry-strategy "$RETRY" --container-overrides '{"command":["/bin/sh","-c","exec detente finish /shared/plan --lenient"]}' --query jobId --output text)
echo "finish $finish"
