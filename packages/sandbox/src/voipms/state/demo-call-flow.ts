import type { Fixture } from './fixtures.ts';

const NO_FAILOVERS = {
  fail_over_routing_leave_empty: 'none:',
  fail_over_routing_join_unavail: 'none:',
  fail_over_routing_leave_unavail: 'none:',
};

/**
 * Where calls of the small company go. The menu of the evening leads to a time condition that leads back to it, the
 * number of Ottawa to a ring group that there is no more, and a ring group to a forwarding that there is no more.
 */
export const demoCallFlow: Fixture = {
  ivrs: [
    {
      ivr: '6120',
      name: 'Main menu',
      recording: '7710',
      timeout: '5',
      language: 'en',
      voicemailsetup: '1',
      choices: '1=grp:4801;2=queue:3010;3=sip:6255;4=disa:2200;0=account:200345_desk',
    },
    {
      ivr: '6121',
      name: 'Evening menu',
      recording: '7711',
      timeout: '8',
      language: 'fr',
      voicemailsetup: '1',
      choices: '1=tc:1903 ; 2=cb:3301 ; 9=vm:1001',
    },
  ],
  ringGroups: [
    {
      ring_group: '4801',
      name: 'Sales',
      caller_announcement: '0',
      music_on_hold: 'default',
      language: 'en',
      members: 'account:200345_desk,25,0;account:200345_sales,25,0;fwd:30112,20,1',
      voicemail: '1001',
    },
    {
      ring_group: '4802',
      name: 'Old team',
      caller_announcement: '0',
      music_on_hold: 'default',
      language: 'en',
      members: 'account:200345_mobile,20,0;fwd:30199,20,1',
      voicemail: '0',
    },
  ],
  forwardings: [
    forwarding('30112', '4385550164', 'On-call mobile'),
    forwarding('30113', '5145550142', 'Back to the main line'),
  ],
  timeConditions: [
    {
      timecondition: '1902',
      name: 'Office hours',
      routing_match: 'ivr:6120',
      routing_nomatch: 'ivr:6121',
      starthour: '8;9',
      startminute: '30;0',
      endhour: '17;12',
      endminute: '0;0',
      weekdaystart: 'mon;sat',
      weekdayend: 'fri;sat',
    },
    {
      timecondition: '1903',
      name: 'Early evening',
      routing_match: 'fwd:30112',
      routing_nomatch: 'ivr:6121',
      starthour: '17',
      startminute: '0',
      endhour: '20',
      endminute: '0',
      weekdaystart: 'mon',
      weekdayend: 'fri',
    },
  ],
  queues: [
    {
      queue: '3010',
      queue_name: 'support',
      queue_number: '6',
      queue_language: 'en',
      queue_password: '7531',
      priority_weight: '0',
      report_hold_time_agent: 'no',
      music_on_hold: 'default',
      maximum_wait_time: '120',
      maximum_callers: '10',
      join_when_empty: 'no',
      leave_when_empty: 'no',
      ring_strategy: 'rrmemory',
      ring_inuse: 'no',
      fail_over_routing_timeout: 'vm:1002',
      fail_over_routing_full: 'vm:1002',
      fail_over_routing_join_empty: 'fwd:30112',
      ...NO_FAILOVERS,
    },
  ],
  staticMembers: [
    { member: '171', queue_number: '3010', name: 'Desk', account: 'SIP/200345_desk', priority: '0' },
    { member: '172', queue_number: '3010', name: 'Support', account: 'SIP/200345_support', priority: '0' },
  ],
  disas: [
    {
      disa: '2200',
      name: 'Staff DISA',
      pin: '904417',
      digit_timeout: '10',
      callerid_override: '5145550142',
      language: 'en',
    },
  ],
  callHuntings: [
    {
      callhunting: '19',
      description: 'Hunt A',
      members: 'account:200345_desk;fwd:30112;none:;none:;none:;none:;none:;none:',
      ring_time: '20;20;20;20;20;20;20;20',
      order: 'follow',
      press: '0;1;1;1;1;1;1;1',
      music: 'default',
      recording: 'default',
      language: 'en',
    },
  ],
  sipUris: [
    {
      sipuri: '6255',
      uri: '100@pbx.example.org',
      description: 'Head office',
      callerid_override: '',
      callerid_e164: '1',
    },
  ],
  callbacks: [
    {
      callback: '3301',
      description: 'Call me back',
      number: '4385550164',
      delay_before: '5',
      response_timeout: '10',
      digit_timeout: '5',
      callerid_number: '5145550142',
    },
  ],
  voicemails: [mailbox('1001', 'Office', 'America/Toronto'), mailbox('1002', 'Support', 'America/Toronto')],
  recordings: [
    { value: '7710', description: 'Main greeting' },
    { value: '7711', description: 'Evening greeting' },
  ],
  conferences: [
    { conference: '870', name: 'Weekly', description: 'Monday meeting', max_members: '10', members: '30;31' },
    { conference: '871', name: 'Ad hoc', description: '', max_members: '5', members: '' },
  ],
};

function forwarding(id: string, phone_number: string, description: string) {
  return {
    forwarding: id,
    phone_number,
    callerid_override: '',
    description,
    dtmf_digits: '',
    pause: '0',
    diversion_header: '0',
  };
}

function mailbox(id: string, name: string, timezone: string) {
  return {
    mailbox: id,
    name,
    password: id.split('').reverse().join(''),
    skip_password: '0',
    email: 'office@example.org',
    attach_message: 'yes',
    delete_message: 'no',
    say_time: 'yes',
    timezone,
    say_callerid: 'yes',
    play_instructions: 'su',
    language: 'en',
    email_attachment_format: 'wav49',
    unavailable_message_recording: '',
    transcription: id === '1001' ? 'yes' : 'no',
    transcription_locale: 'en-US',
  };
}
