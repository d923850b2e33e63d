export type { Caller, Connections, DaktelaAccount, ReportingAccount, VoipmsAccount, VoxolibAccount } from './caller.ts';
export type { ChangeEnd, ChangeLedger } from './changes/ledger.ts';
export type { ChangeDeskOptions } from './changes/session.ts';
export { bothChoices, type Choice, readToolsets, type Toolset, toolsetNames, toolsets } from './choice.ts';
export { createDirectAnswers } from './direct/direct-answers.ts';
export type { McpRequest } from './direct/plain-request.ts';
export { createGateway } from './gateway.ts';
export { periodSections } from './glossary/periods.ts';
export { instructions } from './instructions.ts';
export { type Language, languages } from './language.ts';
export type { CallObserver, CallRecord } from './observer.ts';
export type { Prompt, PromptArgument, PromptWords, SuggestedCall } from './prompt.ts';
export { prompts } from './prompts/index.ts';
export type { FixedResource, Resource, ResourceContext, ResourceTemplate, ResourceText } from './resource.ts';
export { resources } from './resources/index.ts';
export { ERROR_META_KEY } from './result.ts';
export { type RunOptions, runTool } from './run-tool.ts';
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
