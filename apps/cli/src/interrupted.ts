/** The person does not want to go on: Ctrl-C or Ctrl-D where something was asked. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}
