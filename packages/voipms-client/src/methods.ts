const METHOD_FORM = /^[A-Za-z][A-Za-z0-9]{1,80}$/;
const READ = /^(get|search)/;
const OTHER_READS: readonly string[] = ['e911Info', 'e911AddressTypes', 'e911Validate'];
const TESTABLE = /^(order(DID|TollFree|Vanity|FaxNumber)|backOrderDID|cancelDID|cancelFaxNumber|addLNPPort)/;

/** Whether a text can be the name of a method at all. Which methods there are, VoIP.ms says. */
export function isMethodName(method: string): boolean {
  return METHOD_FORM.test(method);
}

/** Whether a method changes nothing. Everything whose name does not say so counts as a change. */
export function isRead(method: string): boolean {
  return READ.test(method) || OTHER_READS.includes(method);
}

/** Whether VoIP.ms checks a request of this method without carrying it out when `test=1` is sent with it. */
export function hasServerTest(method: string): boolean {
  return TESTABLE.test(method);
}

/**
 * Where the rows of a list method are, by method. Some keys are misspelled or differ from copy to copy of the API, so each has the
 * forms that were seen. A method that is not here has its rows in the only list of the reply.
 */
export const listKeys: Readonly<Record<string, readonly string[]>> = {
  getCDR: ['cdr'],
  getResellerCDR: ['cdr'],
  getSubAccounts: ['accounts'],
  getCallAccounts: ['accounts'],
  getCallRecordings: ['recordings'],
  getCallTranscriptions: ['transcriptions'],
  getVoicemailTranscriptions: ['messages'],
  getVoicemailMessages: ['messages'],
  getVoicemailFolders: ['folders'],
  getVoicemails: ['voicemails'],
  getPhonebook: ['phonebooks', 'phonebook'],
  getPhonebookGroups: ['phonebooks', 'phonebook_groups', 'groups'],
  getCallerIDFiltering: ['filtering', 'filterings'],
  getDIDsInfo: ['dids'],
  getSMS: ['sms'],
  getMMS: ['sms', 'mms'],
  getTransactionHistory: ['transactions'],
  getServersInfo: ['servers'],
  getIVRs: ['ivrs'],
  getRingGroups: ['ring_groups', 'ringgroups'],
  getForwardings: ['forwardings'],
  getTimeConditions: ['timecondition', 'timeconditions'],
  getQueues: ['queues'],
  getStaticMembers: ['members'],
  getDISAs: ['disa', 'disas'],
  getCallHuntings: ['call_hunting', 'call_huntings'],
  getCallParking: ['call_hunting', 'call_parking'],
  getSIPURIs: ['sipuris'],
  getCallbacks: ['callbacks'],
  getRecordings: ['recordings'],
};

/** Reads that are remembered for a short time, as clients of VoIP.ms must to stay below its cap of requests a minute. */
export function isRemembered(method: string): boolean {
  return Object.hasOwn(listKeys, method) && !['getCDR', 'getResellerCDR', 'getSMS', 'getMMS'].includes(method);
}
