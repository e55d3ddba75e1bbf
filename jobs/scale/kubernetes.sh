#!/bin/bash
# Untested: written after the documentation, run by no check of detente.
# Kubernetes: shards 0-63, buckets 0-15, finish.
set -eu
: "${IMAGE:?}" "${CLAIM:?}" "${MOUNT:?}"
kubectl delete job --ignore-not-found detente-map
kubectl apply -f - <<JOB
apiVersion: batch/v1
kind: Job
metadata:
  name: detente-map
spec:
  completionMode: Indexed
  completions: 64
  parallelism: ${PARALLELISM:-16}
  backoffLimitPerIndex: 3
  podFailurePolicy:
    rules:
      - action: FailIndex
        onExitCodes: { operator: In, values: [1, 2, 4, 5] }
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: detente
          image: ${IMAGE}
          command: ["/bin/sh", "-c", "exec detente map /shared/plan --only 0-63 --quiet"]
          resources: { requests: { cpu: "1", memory: 1Gi }, limits: { memory: 2Gi } }
          volumeMounts: [{ name: shared, mountPath: ${MOUNT} }]
      volumes:
        - name: shared
          persistentVolumeClaim: { claimName: ${CLAIM} }
JOB
kubectl wait --for=condition=complete --timeout=-1s job/detente-map
kubectl delete job --ignore-not-found detente-reduce
kubectl apply -f - <<JOB
apiVersion: batch/v1
kind: Job
metadata:
  name: detente-reduce
spec:
  completionMode: Indexed
  completions: 16
  parallelism: ${PARALLELISM:-16}
  backoffLimitPerIndex: 3
  podFailurePolicy:
    rules:
      - action: FailIndex
        onExitCodes: { operator: In, values: [1, 2, 4, 5] }
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: detente
          image: ${IMAGE}
          command: ["/bin/sh", "-c", "exec detente reduce /shared/plan --only 0-15 --quiet"]
          resources: { requests: { cpu: "1", memory: 1Gi }, limits: { memory: 2Gi } }
          volumeMounts: [{ name: shared, mountPath: ${MOUNT} }]
      volumes:
        - name: shared
          persistentVolumeClaim: { claimName: ${CLAIM} }
JOB
kubectl wait --for=condition=complete --timeout=-1s job/detente-reduce
kubectl delete job --ignore-not-found detente-finish
kubectl apply -f - <<JOB
apiVersion: batch/v1
kind: Job
metadata:
  name: detente-finish
spec:
  completionMode: Indexed
  completions: 1
  parallelism: ${PARALLELISM:-1}
  backoffLimitPerIndex: 3
  podFailurePolicy:
    rules:
      - action: FailIndex
        onExitCodes: { operator: In, values: [1, 2, 4, 5] }
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: detente
          image: ${IMAGE}
          command: ["/bin/sh", "-c", "exec detente finish /shared/plan --lenient"]
          resources: { requests: { cpu: "1", memory: 1Gi }, limits: { memory: 2Gi } }
          volumeMounts: [{ name: shared, mountPath: ${MOUNT} }]
      volumes:
        - name: shared
          persistentVolumeClaim: { claimName: ${CLAIM} }
JOB
kubectl wait --for=condition=complete --timeout=-1s job/detente-finish
