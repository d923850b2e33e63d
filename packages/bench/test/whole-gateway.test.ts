import { expect, test } from 'vitest';
import { inject } from '../src/http/inject.ts';
import { wholeGateway } from '../src/http/servers/whole-gateway.ts';
import { requestOf } from '../src/memory/rotation.ts';
import { vendorInMemory } from '../src/vendor-in-memory.ts';

// A rotation of refusals would show that refusals leak nothing.
test('the calls that memory is measured over are answered, but for the two that are wrong', async () => {
  const server = await wholeGateway(vendorInMemory(), () => new Date('2026-04-15T12:00:00Z'));
  const refused = new Set<string>();
  for (let index = 1; index <= 200; index += 1) {
    const request = requestOf(index);
    const { body } = await inject(server, request);
    // The 2025 era is answered in an event.
    const { result } = JSON.parse(body.match(/^data: (.*)$/m)?.[1] ?? body);
    if (result === undefined || result.isError === true) refused.add(JSON.parse(request.body).params.name);
    else expect(result.structuredContent).toBeDefined();
  }
  await server.close();
  expect([...refused].sort()).toEqual(['no_such_tool', 'voxolib_wcb_calls']);
});
