import {
  claudeCodeCommand,
  claudeCodeSignIn,
  claudeDesktopConfig,
  genericConfig,
  genericSignIn,
  mistralAgent,
  openAiTool,
  vsCodeConfig,
  vsCodeSignIn,
} from './snippets.ts';
import type { ClientId } from './texts.ts';

/** What is copied into a client: with a token, and for those that sign in. */
export interface ClientExample {
  id: ClientId;
  code: string;
  signInCode?: string;
  oneLine?: boolean;
}

/** In the order of the page. */
export function clientExamples(endpoint: string, question: string): ClientExample[] {
  const address = { code: endpoint, signInCode: endpoint, oneLine: true };
  return [
    {
      id: 'claude-code',
      code: claudeCodeCommand(endpoint),
      signInCode: claudeCodeSignIn(endpoint),
      oneLine: true,
    },
    { id: 'claude-connector', ...address },
    { id: 'claude-desktop', code: claudeDesktopConfig() },
    { id: 'openai-api', code: openAiTool(endpoint) },
    { id: 'chatgpt', ...address },
    { id: 'copilot-studio', ...address },
    { id: 'le-chat', ...address },
    { id: 'mistral-sdk', code: mistralAgent(endpoint, question) },
    { id: 'vs-code', code: vsCodeConfig(endpoint), signInCode: vsCodeSignIn(endpoint) },
    { id: 'other-clients', code: genericConfig(endpoint), signInCode: genericSignIn(endpoint) },
  ];
}
