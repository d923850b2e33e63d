import { text } from 'node:stream/consumers';

/** The JSON-RPC messages of an answer of the protocol, each as one line, as soon as they come. */
export async function* messagesOf(response: Response): AsyncGenerator<string> {
  if (response.body === null) return;
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
    const json = await text(response.body);
    if (json !== '') yield json;
    return;
  }
  let unread = '';
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    const events = (unread + piece).split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      const data = event.split('\n').filter((line) => line.startsWith('data: '));
      const message = data.map((line) => line.slice('data: '.length)).join('');
      if (message !== '') yield message;
    }
  }
}
