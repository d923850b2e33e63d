import { ResourceNotFoundError, type Server } from '@modelcontextprotocol/server';
import { DEFAULT_MAX_TOKENS } from './budget.ts';
import { contextOf, progressOf } from './call-context.ts';
import type { Caller } from './caller.ts';
import type { CompletionSource } from './completion.ts';
import { refuseUnknown } from './named-arguments.ts';
import { type CallObserver, observed } from './observer.ts';
import { maskFor } from './privacy/privacy.ts';
import type { Resource, ResourceContext, ResourceTemplate } from './resource.ts';
import { protocolFailure } from './result.ts';
import { whyNotOffered } from './selection.ts';
import { quote } from './text.ts';
import type { Tool } from './tool.ts';
import { type UriTemplate, uriTemplate } from './uri-template.ts';

/** One list of resources, served to many callers. */
export interface ResourceService {
  bind(server: Server, caller: Caller, observer: CallObserver): void;
  /** The resource of a URI and the variables in it, whoever asks. */
  find(uri: string): { resource: Resource; variables: Readonly<Record<string, string>> } | undefined;
  /**
   * How an argument of a template is completed; `undefined` when it is not.
   * @throws InvalidParams for a template or an argument that there is not.
   */
  completionSource(uri: string, argument: string, caller: Caller): CompletionSource | undefined;
}

const LONGEST_URI = 4000;
const NO_SUCH_URI = 'there is no resource of this URI';

export function serveResources(resources: readonly Resource[], tools: readonly Tool[]): ResourceService {
  const fixed = new Map<string, Resource>();
  const templates: { resource: ResourceTemplate; template: UriTemplate }[] = [];
  for (const resource of resources) {
    if ('uri' in resource) fixed.set(resource.uri, resource);
    else templates.push({ resource, template: uriTemplate(resource.uriTemplate) });
  }
  const wireResources = resources.map((resource) => ({ resource, wire: wireResource(resource) }));
  const wireTemplates = templates.map(({ resource }) => ({ resource, wire: wireTemplate(resource) }));
  const offered = <Wire>(all: readonly { resource: Resource; wire: Wire }[], caller: Caller) =>
    all.flatMap(({ resource, wire }) => (whyNotOffered(resource, caller) === undefined ? [wire] : []));

  const notFound = (uri: string, reason: string, caller: Caller) => {
    const uris = [
      ...offered(wireResources, caller).flatMap((listed) => listed.map((one) => one.uri)),
      ...offered(wireTemplates, caller).map((one) => one.uriTemplate),
    ];
    const message = `Resource ${quote(uri)} is not available: ${reason}. Available: ${uris.join(', ') || 'none'}.`;
    return new ResourceNotFoundError(uri.slice(0, LONGEST_URI), message);
  };

  const find: ResourceService['find'] = (uri) => {
    if (uri.length > LONGEST_URI) return undefined;
    const resource = fixed.get(uri);
    if (resource !== undefined) return { resource, variables: {} };
    for (const one of templates) {
      const variables = one.template.match(uri);
      if (variables !== undefined) return { resource: one.resource, variables };
    }
    return undefined;
  };

  const read = async (uri: string, caller: Caller, context: ResourceContext, observer: CallObserver) => {
    const found = find(uri);
    const obstacle = found === undefined ? NO_SUCH_URI : whyNotOffered(found.resource, caller);
    if (found === undefined || obstacle !== undefined) throw notFound(uri, obstacle ?? NO_SUCH_URI, caller);
    const { resource, variables } = found;
    // Reading may ask a vendor, and so is recorded as a call is.
    const content = await observed(`resource:${resource.name}`, observer, context.signal, async () =>
      resource.read(variables, caller, context),
    );
    if (content === undefined) throw notFound(uri, NO_SUCH_URI, caller);
    const { text, mimeType } = typeof content === 'string' ? { text: content, mimeType: resource.mimeType } : content;
    return { contents: [{ uri, mimeType, text: maskFor(resource, caller)?.text(text) ?? text }] };
  };

  return {
    find,
    bind(server, caller, observer) {
      server.setRequestHandler('resources/list', () => ({ resources: offered(wireResources, caller).flat() }));
      server.setRequestHandler('resources/templates/list', () => ({
        resourceTemplates: offered(wireTemplates, caller),
      }));
      server.setRequestHandler('resources/read', (request, serverContext) => {
        const working = contextOf(caller, serverContext.mcpReq.signal, progressOf(request, serverContext));
        const context = { ...working, maxTokens: DEFAULT_MAX_TOKENS, tools };
        return read(request.params.uri, caller, context, observer).catch((error: unknown) => {
          throw protocolFailure(error);
        });
      });
    },
    completionSource(uri, argument, caller) {
      const template = templates.find(({ resource }) => resource.uriTemplate === uri);
      if (template === undefined && fixed.has(uri)) return undefined;
      const obstacle = template === undefined ? NO_SUCH_URI : whyNotOffered(template.resource, caller);
      if (template === undefined || obstacle !== undefined) throw notFound(uri, obstacle ?? NO_SUCH_URI, caller);
      refuseUnknown(argument, template.template.variables, uri);
      return template.resource.complete?.[argument];
    },
  };
}

function wireResource(resource: Resource) {
  const { description, mimeType } = resource;
  if ('uri' in resource)
    return [{ uri: resource.uri, name: resource.name, title: resource.title, description, mimeType }];
  return (resource.listed ?? []).map((one) => ({ ...one, mimeType }));
}

function wireTemplate({ uriTemplate, name, title, description, mimeType }: ResourceTemplate) {
  return { uriTemplate, name, title, description, mimeType };
}
