import type { Caller } from './caller.ts';
import type { CompletionSource } from './completion.ts';
import type { Requirements } from './selection.ts';
import type { CallContext, Tool } from './tool.ts';

/** What reading brings along: what a tool call does, and the tools that this server has. */
export interface ResourceContext extends CallContext {
  tools: readonly Tool[];
}

/** A text, with its type where that is not the one that the resource names. */
export type ResourceText = string | { text: string; mimeType: string };

interface ResourceFacts extends Requirements {
  /** `snake_case`; also what logs and metrics call it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
  /**
   * Makes the text. `variables` are those of the template that the URI has. `undefined` means that there is no such resource.
   * Throws TelephonyError, as tools do.
   */
  read(
    variables: Readonly<Record<string, string>>,
    caller: Caller,
    context: ResourceContext,
  ): Promise<ResourceText | undefined> | ResourceText | undefined;
}

/** A text that clients can show and attach: one with a URI of its own. */
export interface FixedResource extends ResourceFacts {
  readonly uri: string;
}

/** A text for each URI that fits a template. */
export interface ResourceTemplate extends ResourceFacts {
  /** Variables are `{name}` for a part of the path, and `{?name,name}` at the end for a query, all of which is optional. */
  readonly uriTemplate: string;
  readonly complete?: Readonly<Record<string, CompletionSource>>;
  /** The URIs that are worth a place in the list of resources. */
  readonly listed?: readonly { uri: string; name: string; title: string; description: string }[];
}

export type Resource = FixedResource | ResourceTemplate;
