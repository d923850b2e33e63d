import type { Server } from '@modelcontextprotocol/server';
import { clockOf } from './call-context.ts';
import type { Caller } from './caller.ts';
import { completionOf } from './completion.ts';
import { protocolFailure } from './result.ts';
import type { PromptService } from './serve-prompts.ts';
import type { ResourceService } from './serve-resources.ts';

/** Completes the arguments of prompts and the variables of resource templates. */
export function bindCompletions(
  server: Server,
  caller: Caller,
  { prompts, resources }: { prompts: PromptService; resources: ResourceService },
): void {
  server.setRequestHandler(
    'completion/complete',
    async ({ params: { ref, argument, context } }, { mcpReq: { signal } }) => {
      try {
        const source =
          ref.type === 'ref/prompt'
            ? prompts.completionSource(ref.name, argument.name, caller)
            : resources.completionSource(ref.uri, argument.name, caller);
        const now = clockOf(caller)();
        const candidates = (await source?.({ caller, signal, now, given: context?.arguments ?? {} })) ?? [];
        return { completion: { ...completionOf(candidates, argument.value) } };
      } catch (error) {
        throw protocolFailure(error);
      }
    },
  );
}
