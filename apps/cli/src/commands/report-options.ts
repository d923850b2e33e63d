import type { OptionDefinition } from '../command-line/definition.ts';

/** What a report is about. The values are those of the tools, whose schemas judge them. */
export const reportOptions: readonly OptionDefinition[] = [
  {
    flags: '--product <product>',
    summary: 'wcb or did of Voxolib, inbound or outbound of VoIP.ms, inbound, outbound or internal of Daktela, or all',
    default: 'all',
  },
  { flags: '--measure <measure>', summary: 'What is counted', choices: ['calls', 'minutes'], default: 'calls' },
];
