export type { Caller, Connections, ReportingAccount, VoxolibAccount } from './caller.ts';
export { createGateway } from './gateway.ts';
export { instructions } from './instructions.ts';
export type { CallObserver, CallRecord } from './observer.ts';
export type { Prompt, PromptArgument, PromptWords, SuggestedCall } from './prompt.ts';
export type { FixedResource, Resource, ResourceContext, ResourceTemplate, ResourceText } from './resource.ts';
export { ERROR_META_KEY } from './result.ts';
export { ownAccountScopes, type Scope, scopes } from './scopes.ts';
export { createToolServer, type ToolServer, type ToolServerOptions, type WireTool } from './server.ts';
export {
  type CallContext,
  defineTool,
  type Effects,
  READS,
  type Tool,
  type ToolContext,
  type ToolDefinition,
} from './tool.ts';
export { tools } from './tools/index.ts';
