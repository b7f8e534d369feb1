/* Forked workers: each job runs in a child of its own under limits of memory and time, and sends
 * its record through a pipe. A child that crashes, hangs or runs out of memory costs its own job
 * only. */
#ifndef LITMUS_RUN_WORKER_H
#define LITMUS_RUN_WORKER_H

#include "litmus/report/record.h"

typedef struct WorkerLimits {
  u64 seconds;   /* wall clock for one job; 0: no limit. CPU time is held to the same */
  u64 mebibytes; /* address space; 0: no limit */
} WorkerLimits;

typedef enum WorkerEnd {
  WORKER_DONE,    /* the record is valid */
  WORKER_CRASHED, /* by a signal, or without a valid record */
  WORKER_TIMEOUT,
  WORKER_MEMORY
} WorkerEnd;

typedef struct WorkerResult {
  u32 job;
  WorkerEnd end;
  const char *why; /* CRASHED, TIMEOUT, MEMORY: one line */
  const char *log; /* the last that it wrote to standard error, or NULL */
  u64 us;
  ResultRec rec;
} WorkerResult;

typedef struct WorkerPool {
  u32 njobs, width; /* at most `width` children at a time */
  WorkerLimits limits;
  void *self;
  /* In the child: does job number i. What it allocates dies with the child. */
  void (*work)(void *self, u32 i, Arena *arena, ResultRec *out);
  /* In the parent, in the order in which jobs end; everything in r lives in `arena`. */
  void (*done)(void *self, const WorkerResult *r, Arena *arena);
} WorkerPool;

/* Runs all jobs. False when a signal (interrupt, hang-up, terminate) ended it early: then no child
 * is left and *signal tells which. */
bool workers_run(const WorkerPool *pool, Arena *arena, int *signal);

/* One job under limits, waiting for its end. */
WorkerResult worker_run_one(const WorkerPool *pool, Arena *arena, int *signal);

u32 workers_default_width(void); /* number of processors this process may use */

#endif
