import { demoCallFlow } from './demo-call-flow.ts';
import type { Fixture } from './fixtures.ts';
import { didRow, entryRow, subAccountRow } from './rows.ts';

const SPAM = '9310';
const CUSTOMERS = '9311';

/** A small company in Montreal. */
export const demo = (): Fixture => ({
  balance: 412_703,
  ...demoCallFlow,
  subAccounts: [
    subAccountRow({
      id: '88123',
      account: '200345_desk',
      description: 'Front desk',
      callerid_number: '5145550142',
      internal_extension: '101',
      internal_voicemail: '1001',
      record_calls: '1',
    }),
    subAccountRow({ id: '88124', account: '200345_sales', description: 'Sales', internal_extension: '102' }),
    subAccountRow({
      id: '88125',
      account: '200345_support',
      description: 'Support',
      internal_extension: '103',
      internal_voicemail: '1002',
      record_calls: '1',
      transcribe: '1',
      transcription_locale: 'en-US',
    }),
    subAccountRow({ id: '88126', account: '200345_mobile', description: 'On-call softphone', device_type: '2' }),
  ],
  dids: [
    didRow({
      did: '5145550142',
      description: 'MONTREAL, QC',
      note: 'main line',
      routing: 'ivr:6120',
      failover_unreachable: 'fwd:30112',
      failover_noanswer: 'vm:1001',
      voicemail: '1001',
      sms_enabled: '1',
    }),
    didRow({
      did: '4385550118',
      description: 'MONTREAL, QC',
      note: 'sales',
      routing: 'tc:1902',
      failover_busy: 'fwd:30113',
    }),
    didRow({ did: '8195550133', description: 'GATINEAU, QC', note: 'support', routing: 'queue:3010' }),
    didRow({ did: '6135550177', description: 'OTTAWA, ON', note: 'Ottawa office', routing: 'grp:4899' }),
    didRow({ did: '5145550119', description: 'MONTREAL, QC', note: 'hunting', routing: 'callhunting:19', pop: '78' }),
    didRow({ did: '8335550123', description: 'TOLL FREE', note: 'campaign', routing: 'tc:1903', billing_type: '2' }),
    didRow({ did: '4505550166', description: 'LAVAL, QC', note: 'not in use' }),
  ],
  phonebook: [
    entryRow({ phonebook: '41207', speed_dial: '*7501', name: 'Robo caller', number: '4165550117', note: 'spam' }),
    entryRow({ phonebook: '41399', speed_dial: '*7502', name: 'Duct cleaning', number: '6475550161', note: 'spam' }),
    // The same number twice: nothing stops it.
    entryRow({ phonebook: '41512', name: 'Robo caller again', number: '4165550117' }),
    entryRow({ phonebook: '41513', speed_dial: '*7503', name: 'Acme Supply', number: '4165550100' }),
    entryRow({ phonebook: '41514', name: 'Lakeside Dental', number: '6135550101' }),
    entryRow({ phonebook: '41515', name: 'Head office', number: 'sip:6255' }),
    entryRow({ phonebook: '41516', name: 'London supplier', number: '442079460123', note: 'abroad' }),
  ],
  phonebookGroups: [
    { phonebook_group: SPAM, name: 'Spam', members: '41207;41399' },
    { phonebook_group: CUSTOMERS, name: 'Customers', members: '41513;41514' },
    { phonebook_group: '9312', name: 'Spam archive', members: '' },
    { phonebook_group: '9313', name: 'Suppliers', members: '' },
  ],
  filters: [
    {
      filtering: '5521',
      callerid: `p:${SPAM}`,
      did: 'all',
      routing: 'sys:noservice',
      failover_unreachable: 'none:',
      failover_busy: 'none:',
      failover_noanswer: 'none:',
      note: 'spam group',
    },
  ],
});
