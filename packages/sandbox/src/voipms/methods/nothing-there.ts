import type { Methods } from '../method.ts';
import { StatusError } from '../status-error.ts';

/**
 * Methods about what no account of the sandbox has, by what the API says then. Those that would make such a thing are
 * under maintenance.
 */
const answers: Readonly<Record<string, readonly string[]>> = {
  no_attachments: ['getLNPAttachList'],
  no_client: ['getClientPackages'],
  no_did: ['getBackOrders', 'getDIDvPRI'],
  no_emailtofax: ['getEmailToFax'],
  no_folder: ['getFaxFolders'],
  no_member: ['getConferenceMembers'],
  no_message: ['getFaxMessages'],
  no_numbers: ['getFaxNumbersInfo', 'getLNPList'],
  no_package: ['getPackages'],
  no_rate: ['getRates'],
  no_recording: ['getConferenceRecordings'],
  no_sms: ['getResellerSMS', 'getResellerMMS', 'getMediaMMS'],
  no_cdr: ['getResellerCDR'],
  no_transactions: ['getCharges', 'getDeposits'],
  no_vpri: ['getVPRIs'],
  unavailable_info: [
    'getStates',
    'getProvinces',
    'getRateCentersUSA',
    'getRateCentersCAN',
    'getFaxProvinces',
    'getFaxStates',
    'getFaxRateCentersCAN',
    'getFaxRateCentersUSA',
    'getFaxNumbersPortability',
    'getDIDsInternationalGeographic',
    'getDIDsInternationalNational',
    'getDIDsInternationalTollFree',
    'searchDIDsUSA',
    'searchDIDsCAN',
    'searchTollFreeUSA',
    'searchTollFreeCanUS',
    'searchVanity',
    'searchFaxAreaCodeCAN',
    'searchFaxAreaCodeUSA',
    'getLocations',
    'getLNPListStatus',
  ],
  e911_disabled: ['e911Info', 'e911AddressTypes', 'e911Validate', 'e911Cancel', 'e911ProvisionManually', 'e911Update'],
  no_provision: ['e911Provision'],
  invalid_client: ['setClient', 'delClient', 'addCharge', 'addPayment', 'setClientThreshold', 'assignDIDvPRI'],
  invalid_conference: ['addMemberToConference', 'delMemberFromConference'],
  invalid_member: ['setConferenceMember', 'delConferenceMember'],
  invalid_did: [
    'removeDIDvPRI',
    'connectFAX',
    'unconnectFAX',
    'cancelFaxNumber',
    'setFaxNumberEmail',
    'setFaxNumberInfo',
    'setFaxNumberURLCallback',
  ],
  invalid_fax_id: ['getFaxMessagePDF', 'mailFaxMessagePDF', 'moveFaxMessage', 'deleteFaxMessage'],
  invalid_folder: ['delFaxFolder'],
  invalid_id: ['delEmailToFax'],
  invalid_portingid: ['getLNPAttach', 'getLNPDetails', 'getLNPNotes', 'getLNPStatus', 'addLNPFile'],
  invalid_recording: ['getRecordingFile', 'getConferenceRecordingFile'],
  location_not_found: ['delLocation'],
  method_maintenance: [
    'addLNPPort',
    'backOrderDIDCAN',
    'backOrderDIDUSA',
    'delMusicOnHold',
    'orderDIDInternationalGeographic',
    'orderDIDInternationalNational',
    'orderDIDInternationalTollFree',
    'orderDIDVirtual',
    'orderFaxNumber',
    'orderVanity',
    'sendFaxMessage',
    'setEmailToFax',
    'setFaxFolder',
    'setLocation',
    'setMusicOnHold',
    'setRecording',
    'signupClient',
  ],
};

export const nothingThere: Methods = Object.fromEntries(
  Object.entries(answers).flatMap(([status, names]) =>
    names.map((name) => [
      name,
      () => {
        throw new StatusError(status);
      },
    ]),
  ),
);
