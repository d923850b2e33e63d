import type { Resource } from '../resource.ts';
import { requireRoute } from '../routes.ts';
import { checkTimeCondition } from './time-condition.ts';

/** Where a call goes by what is pressed, and by the time. */
export const menus: readonly Resource[] = [
  {
    table: 'ivrs',
    get: 'getIVRs',
    set: 'setIVR',
    del: 'delIVR',
    key: 'ivrs',
    word: 'ivr',
    required: ['name', 'recording', 'timeout', 'language', 'voicemailsetup', 'choices'],
    fields: { name: '', recording: '', timeout: '5', language: 'en', voicemailsetup: '1', choices: '' },
    check({ choices = '' }) {
      for (const choice of choices.split(';')) requireRoute(choice.split('=').at(1)?.trim() ?? '', { none: true });
    },
  },
  {
    table: 'timeConditions',
    get: 'getTimeConditions',
    set: 'setTimeCondition',
    del: 'delTimeCondition',
    key: 'timecondition',
    word: 'timecondition',
    required: [
      'name',
      'routing_match',
      'routing_nomatch',
      'starthour',
      'startminute',
      'endhour',
      'endminute',
      'weekdaystart',
      'weekdayend',
    ],
    fields: {
      name: '',
      routing_match: '',
      routing_nomatch: '',
      starthour: '',
      startminute: '',
      endhour: '',
      endminute: '',
      weekdaystart: '',
      weekdayend: '',
    },
    check: checkTimeCondition,
  },
];
