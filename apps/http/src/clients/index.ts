import { chatgpt } from './chatgpt.ts';
import { claude } from './claude.ts';
import { claudeCode } from './claude-code.ts';
import type { ClientProfile } from './client-profile.ts';
import { copilotStudio } from './copilot-studio.ts';
import { cursor } from './cursor.ts';
import { leChat } from './le-chat.ts';
import { vsCode } from './vs-code.ts';

export type {
  ClientProfile,
  DiscoveryStep,
  Introduction,
  ResourceForm,
} from './client-profile.ts';

/** The clients whose behaviour is known well enough to be imitated. */
export const clientProfiles: readonly ClientProfile[] = [
  claude,
  claudeCode,
  chatgpt,
  copilotStudio,
  leChat,
  vsCode,
  cursor,
];
