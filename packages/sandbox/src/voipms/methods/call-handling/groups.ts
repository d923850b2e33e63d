import { StatusError } from '../../status-error.ts';
import type { Resource } from '../resource.ts';
import { requireFailover, requireRoute } from '../routes.ts';

const FAIL_OVERS = [
  'fail_over_routing_timeout',
  'fail_over_routing_full',
  'fail_over_routing_join_empty',
  'fail_over_routing_leave_empty',
  'fail_over_routing_join_unavail',
  'fail_over_routing_leave_unavail',
] as const;
const STRATEGIES = ['ringall', 'leastrecent', 'fewestcalls', 'random', 'rrmemory'];
const HUNTING_SLOTS = 8;

/** Who is rung, together or one after the other. */
export const groups: readonly Resource[] = [
  {
    table: 'ringGroups',
    get: 'getRingGroups',
    set: 'setRingGroup',
    del: 'delRingGroup',
    key: 'ring_groups',
    deleteParameter: 'ringgroup',
    word: 'ringgroup',
    required: ['name', 'members', 'voicemail'],
    fields: { name: '', caller_announcement: '0', music_on_hold: '', language: 'en', members: '', voicemail: '0' },
    check({ voicemail = '', members = '' }) {
      // 0 is none; the word is refused.
      if (!/^\d+$/.test(voicemail)) throw new StatusError('invalid_mailbox');
      for (const member of members.split(';')) requireRoute(member.split(',')[0] ?? '', { none: false });
    },
  },
  {
    table: 'callHuntings',
    get: 'getCallHuntings',
    set: 'setCallHunting',
    del: 'delCallHunting',
    key: 'call_hunting',
    word: 'callhunting',
    required: ['description', 'music', 'recording', 'language', 'order', 'members', 'ring_time', 'press'],
    fields: {
      description: '',
      members: '',
      ring_time: '',
      press: '',
      order: '',
      music: '',
      recording: '',
      language: 'en',
    },
    check(row) {
      const [members = [], ...others] = ['members', 'ring_time', 'press'].map((name) => (row[name] ?? '').split(';'));
      const long = others.some((list) => list.length !== members.length) || members.length > HUNTING_SLOTS;
      if (long) throw new StatusError('invalid_numbermembers');
      row.members = Array.from({ length: HUNTING_SLOTS }, (_, slot) => members[slot] ?? 'none:').join(';');
    },
  },
  {
    table: 'queues',
    get: 'getQueues',
    set: 'setQueue',
    del: 'delQueue',
    key: 'queues',
    word: 'queue',
    required: [
      'queue_name',
      'queue_number',
      'queue_language',
      'priority_weight',
      'report_hold_time_agent',
      'join_when_empty',
      'leave_when_empty',
      'ring_strategy',
      'ring_inuse',
    ],
    fields: {
      queue_name: '',
      queue_number: '',
      queue_language: 'en',
      queue_password: '',
      callerid_prefix: '',
      join_announcement: '',
      priority_weight: '0',
      agent_announcement: '',
      report_hold_time_agent: 'no',
      member_delay: '',
      music_on_hold: 'default',
      maximum_wait_time: 'unlimited',
      maximum_callers: 'unlimited',
      join_when_empty: 'yes',
      leave_when_empty: 'no',
      ring_strategy: '',
      ring_inuse: 'yes',
      agent_ring_timeout: '',
      retry_timer: '',
      wrapup_time: '',
      voice_announcement: '',
      frequency_announcement: '',
      ...Object.fromEntries(FAIL_OVERS.map((name) => [name, 'none:'])),
    },
    check(row) {
      if (!STRATEGIES.includes(row.ring_strategy ?? '')) throw new StatusError('invalid_strategy');
      for (const name of FAIL_OVERS) requireFailover(row[name] ?? '');
    },
  },
];
