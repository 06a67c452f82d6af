/** How the pure solver learns of time: the caller injects it, so that a run without a limit depends on its seed alone. */
export interface Clock {
  /** Seconds since the solve began. */
  elapsed(): number;
  /** Seconds that may still be used; Infinity when there is no limit. */
  left(): number;
  /** True when the solver should hand back the best plan it has. */
  readonly shouldStop: () => boolean;
}
