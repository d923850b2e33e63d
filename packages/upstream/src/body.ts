/** What may still be read of a call's replies, over all its pages. */
export interface ByteBudget {
  left: number;
}

/**
 * The text of a reply, or undefined as soon as it has more bytes than the budget, which are counted after inflating.
 * The rest of a longer reply is not received.
 */
export async function readText(response: Response, budget: ByteBudget): Promise<string | undefined> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) {
    budget.left -= chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the request.
    if (budget.left < 0) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
