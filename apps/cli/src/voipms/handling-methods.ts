import { type MethodEntry, method } from './method.ts';

/** What calls are led through. */
export const handlingMethods: readonly MethodEntry[] = [
  method('getIVRs', 'ivr', 'Menus', 'ivr'),
  method('getRingGroups', 'ring_group', 'Ring groups', 'ring_group'),
  method('getForwardings', 'forwarding', 'Forwardings', 'forwarding'),
  method('getTimeConditions', 'timecondition', 'Time conditions', 'timecondition'),
  method('getQueues', 'queue', 'Queues', 'queue'),
  method('getStaticMembers', 'queue* member', 'Members of a queue', 'queue'),
  method('getDISAs', 'disa', 'DISAs, without their PINs', 'disa'),
  method('getCallHuntings', 'callhunting', 'Call huntings', 'callhunting'),
  method('getSIPURIs', 'sipuri', 'SIP addresses', 'sipuri'),
  method('getCallbacks', 'callback', 'Callbacks', 'callback'),
  method('getRecordings', 'recording', 'Announcements', 'recording'),
  method('getCallParking', 'callparking', 'Call parkings', 'callparking'),
  method('getConference', 'conference', 'Conferences', 'conference'),
  method('getSequences', 'sequence client', 'Sequences', 'sequence'),
];
