import type { Server } from '@modelcontextprotocol/server';
import { parseArguments } from './arguments.ts';
import { clockOf } from './call-context.ts';
import type { Caller } from './caller.ts';
import type { CompletionSource } from './completion.ts';
import { type Language, languages } from './language.ts';
import { invalidParams, refuseUnknown, takes } from './named-arguments.ts';
import type { Given, Prompt } from './prompt.ts';
import { promptText } from './prompt-text.ts';
import { protocolFailure } from './result.ts';
import { whyNotOffered } from './selection.ts';
import { quote } from './text.ts';
import type { Tool } from './tool.ts';

/** One list of prompts, served to many callers, each prompt under its name in each language. */
export interface PromptService {
  bind(server: Server, caller: Caller): void;
  /**
   * How an argument of a prompt is completed; `undefined` when it is not.
   * @throws InvalidParams for a prompt or an argument that there is not.
   */
  completionSource(name: string, argument: string, caller: Caller): CompletionSource | undefined;
}

export function servePrompts(prompts: readonly Prompt[], tools: readonly Tool[]): PromptService {
  const byTool = new Map(tools.map((tool) => [tool.name, tool]));
  const served = prompts
    .filter((prompt) => prompt.tools.every((name) => byTool.has(name)))
    .flatMap((prompt) => languages.map((language) => ({ prompt, language, wire: wirePrompt(prompt, language) })));
  const byName = new Map(served.map((one) => [one.wire.name, one]));

  const obstacleOf = (prompt: Prompt, caller: Caller) =>
    [prompt, ...prompt.tools.map((name) => byTool.get(name) ?? {})]
      .map((requirements) => whyNotOffered(requirements, caller))
      .find((reason) => reason !== undefined);

  const list = (caller: Caller) =>
    served.flatMap(({ prompt, wire }) => (obstacleOf(prompt, caller) === undefined ? [wire] : []));

  const find = (name: string, caller: Caller) => {
    const found = byName.get(name);
    const obstacle = found === undefined ? 'there is no prompt of this name' : obstacleOf(found.prompt, caller);
    if (found !== undefined && obstacle === undefined) return found;
    const names = list(caller).map((wire) => wire.name);
    throw invalidParams(
      `Prompt ${quote(name)} is not available: ${obstacle}. Available: ${names.join(', ') || 'none'}.`,
    );
  };

  const get = (name: string, all: Given, caller: Caller) => {
    const { prompt, language, wire } = find(name, caller);
    const given = givenArguments(prompt, all, name);
    const now = clockOf(caller)();
    for (const argument of prompt.arguments) {
      const value = given[argument.name];
      if (value !== undefined) argument.check?.(value, { caller, now, given });
    }
    const calls = prompt.calls(given, language);
    for (const call of calls) {
      const tool = byTool.get(call.tool);
      if (tool !== undefined) parseArguments(tool, call.arguments);
    }
    const text = promptText(prompt.words[language], calls, language, prompt.about);
    return {
      description: wire.description,
      messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }],
    };
  };

  return {
    bind(server, caller) {
      server.setRequestHandler('prompts/list', () => ({ prompts: list(caller) }));
      server.setRequestHandler('prompts/get', (request) => {
        try {
          return get(request.params.name, request.params.arguments ?? {}, caller);
        } catch (error) {
          throw protocolFailure(error);
        }
      });
    },
    completionSource(name, argument, caller) {
      const { prompt } = find(name, caller);
      refuseUnknown(argument, argumentNames(prompt), name);
      return prompt.arguments.find((known) => known.name === argument)?.complete;
    },
  };
}

/** Clients send the fields that a person left empty as empty texts. */
function givenArguments(prompt: Prompt, all: Given, name: string): Given {
  const valid = argumentNames(prompt);
  for (const given of Object.keys(all)) refuseUnknown(given, valid, name);
  const filled = Object.entries(all).flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value.trim()]]));
  const given: Given = Object.fromEntries(filled);
  const missing = prompt.arguments.find((argument) => argument.required && given[argument.name] === undefined);
  if (missing !== undefined) throw invalidParams(`${missing.name} is missing. ${takes(name, valid)}`);
  return given;
}

function argumentNames(prompt: Prompt): string[] {
  return prompt.arguments.map(({ name }) => name);
}

function wirePrompt(prompt: Prompt, language: Language) {
  const { name, title, description } = prompt.words[language];
  return {
    name,
    title,
    description,
    arguments: prompt.arguments.map((argument) => ({
      name: argument.name,
      description: argument.description[language],
      required: argument.required ?? false,
    })),
  };
}
