import type { CommandDefinition } from '../command-line/definition.ts';
import { compare } from './compare.ts';
import { completion } from './completion.ts';
import { did, wcb } from './daily-calls.ts';
import { dids } from './dids.ts';
import { doctor } from './doctor.ts';
import { exportDays } from './export.ts';
import { list } from './list.ts';
import { live } from './live.ts';
import { login, logout } from './login.ts';
import { minutes } from './minutes.ts';
import { stats } from './stats.ts';
import { token } from './token.ts';
import { voipms } from './voipms.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly CommandDefinition[] = [
  wcb,
  did,
  dids,
  minutes,
  stats,
  compare,
  exportDays,
  voipms,
  doctor,
  live,
  token,
  login,
  logout,
  list,
  completion,
];
