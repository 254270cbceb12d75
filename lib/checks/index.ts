/** The vocabulary an exercise's `checks.ts` is written in. */
export * from './call-checks';
export * from './check';
export * from './loop-checks';
export * from './order-checks';
export * from './response-checks';
export * from './run-checks';
export * from './state-checks';
export * from './time-checks';
