/** What may still be read of a call's replies, over all its pages. */
export interface ByteBudget {
  left: number;
}

/**
 * Gives the bytes of a reply as they come, and false as soon as there are more than the budget has, which are counted after
 * inflating. The rest of a longer reply is not received; nor is it when `onChunk` throws.
 */
export async function readChunks(
  response: Response,
  budget: ByteBudget,
  onChunk: (chunk: Uint8Array) => void,
): Promise<boolean> {
  if (response.body === null) return true;
  for await (const chunk of response.body) {
    budget.left -= chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the request.
    if (budget.left < 0) return false;
    onChunk(chunk);
  }
  return true;
}

/** The text of a reply, or undefined as soon as it has more bytes than the budget. */
export async function readText(response: Response, budget: ByteBudget): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  const whole = await readChunks(response, budget, (chunk) => {
    chunks.push(chunk);
  });
  return whole ? new TextDecoder().decode(Buffer.concat(chunks)) : undefined;
}
