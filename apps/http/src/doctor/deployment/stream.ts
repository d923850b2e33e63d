import type { Deployment } from './deployment.ts';
import { type Observation, ok, warning } from './observation.ts';

/** Whether a stream comes piece by piece: its first event must be here before its last one is sent. */
export async function stream({ publicUrl, ask }: Deployment): Promise<Observation> {
  const { status, text, firstPiece } = await ask(new URL('/connect/stream', publicUrl));
  if (status !== 200 || !text.includes('data: last')) {
    return warning('stream', 'stream-missing', { status: String(status) });
  }
  return firstPiece.includes('data: last') ? warning('stream', 'stream-held') : ok('stream', 'stream-flows');
}
