/** What every operation takes beside its own arguments. */
export interface OperationOptions {
  /** Ends the operation, and its request to the vendor, when the caller has gone. */
  signal?: AbortSignal;
  /** Asks the vendor also for what is remembered. */
  fresh?: boolean;
}
