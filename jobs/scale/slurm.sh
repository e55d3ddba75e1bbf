#!/bin/bash
# Submits to Slurm: shards 0-63, buckets 0-15, finish. A node that is lost gives its tasks back to the queue by itself.
set -eu
map=$(sbatch --parsable --job-name=detente-map --requeue \
  --output=/shared/plan/log-map-%A-%a.txt --array=0-63 --cpus-per-task=1 --mem=${MEMORY:-1G} ${SBATCH_OPTIONS:-} <<'TASK'
#!/bin/bash
attempt() {
  for try in 1 2 3 4; do
    "$@" && return 0
    code=$?
    case $code in 74 | 75 | 129 | 1[3-9][0-9]) sleep $((try * ${PAUSE:-10})) ;; *) return $code ;; esac
  done
  return $code
}
attempt detente map /shared/plan --shard "$SLURM_ARRAY_TASK_ID" --quiet
TASK
)
echo "map $map"
reduce=$(sbatch --parsable --job-name=detente-reduce --requeue \
  --output=/shared/plan/log-reduce-%A-%a.txt --array=0-15 --cpus-per-task=1 --mem=${MEMORY:-1G} --dependency=afterok:$map --kill-on-invalid-dep=yes ${SBATCH_OPTIONS:-} <<'TASK'
#!/bin/bash
attempt() {
  for try in 1 2 3 4; do
    "$@" && return 0
    code=$?
    case $code in 74 | 75 | 129 | 1[3-9][0-9]) sleep $((try * ${PAUSE:-10})) ;; *) return $code ;; esac
  done
  return $code
}
attempt detente reduce /shared/plan --bucket "$SLURM_ARRAY_TASK_ID" --quiet
TASK
)
echo "reduce $reduce"
finish=$(sbatch --parsable --job-name=detente-finish --requeue \
  --output=/shared/plan/log-finish-%A-%a.txt --cpus-per-task=1 --mem=${MEMORY:-1G} --dependency=afterok:$reduce --kill-on-invalid-dep=yes ${SBATCH_OPTIONS:-} <<'TASK'
#!/bin/bash
attempt() {
  for try in 1 2 3 4; do
    "$@" && return 0
    code=$?
    case $code in 74 | 75 | 129 | 1[3-9][0-9]) sleep $((try * ${PAUSE:-10})) ;; *) return $code ;; esac
  done
  return $code
}
attempt detente finish /shared/plan --lenient
TASK
)
echo "finish $finish"
