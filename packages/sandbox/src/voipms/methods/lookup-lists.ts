/** A list of values that is the same for every account. */
export interface LookupList {
  /** The parameter that picks one of them. */
  parameter: string;
  key: string;
  values: Readonly<Record<string, string>>;
}

const YES_NO = { yes: 'Yes', no: 'No' };

/** The lists by the method that gives them. */
export const lookupLists: Readonly<Record<string, LookupList>> = {
  getCallBilling: {
    parameter: 'call_billing',
    key: 'call_billing',
    values: { all: 'All Calls', free: 'Free Calls', billed: 'Billed Calls' },
  },
  getRoutes: { parameter: 'route', key: 'routes', values: { 1: 'Value', 2: 'Premium' } },
  getCountries: {
    parameter: 'country',
    key: 'countries',
    values: { CA: 'Canada', US: 'United States', FR: 'France', GB: 'United Kingdom', SE: 'Sweden' },
  },
  getInternationalTypes: {
    parameter: 'type',
    key: 'types',
    values: { GEOGRAPHIC: 'Geographic', NATIONAL: 'National', TOLLFREE: 'Toll-free' },
  },
  getDIDCountries: {
    parameter: 'country_id',
    key: 'countries',
    values: { 72: 'FRANCE (+33)', 205: 'SWEDEN (+46)' },
  },
  getAuthTypes: {
    parameter: 'type',
    key: 'auth_types',
    values: { 1: 'User/Password Authentication', 2: 'Static IP Authentication' },
  },
  getDeviceTypes: {
    parameter: 'device_type',
    key: 'device_types',
    values: { 1: 'Asterisk, IP PBX, Gateway or VoIP Switch', 2: 'ATA device, IP Phone or Softphone' },
  },
  getProtocols: { parameter: 'protocol', key: 'protocols', values: { 1: 'SIP', 3: 'IAX2' } },
  getDTMFModes: {
    parameter: 'dtmf_mode',
    key: 'dtmf_modes',
    values: { auto: 'AUTO', rfc2833: 'RFC2833', inband: 'INBAND', info: 'INFO' },
  },
  getNAT: {
    parameter: 'nat',
    key: 'nat',
    values: { ...YES_NO, route: 'Route', never: 'Never' },
  },
  getLockInternational: {
    parameter: 'lock_international',
    key: 'lock_international',
    values: { 0: 'Allow international calls', 1: 'Disable international calls' },
  },
  getAllowedCodecs: {
    parameter: 'codec',
    key: 'allowed_codecs',
    values: { ulaw: 'G.711U', g729: 'G.729a', gsm: 'GSM', all: 'Allow all codecs' },
  },
  getMusicOnHold: { parameter: 'music_on_hold', key: 'music_on_hold', values: { default: 'Default', jazz: 'Jazz' } },
  getLanguages: { parameter: 'language', key: 'languages', values: { en: 'English', es: 'Spanish', fr: 'French' } },
  getLocales: {
    parameter: 'locale',
    key: 'locales',
    values: { 'en-US': 'English (United States)', 'fr-CA': 'French (Canada)' },
  },
  getVoicemailSetups: {
    parameter: 'voicemailsetup',
    key: 'voicemailsetups',
    values: { 1: 'Require password', 2: 'Do not require password' },
  },
  getRingStrategies: {
    parameter: 'strategy',
    key: 'strategies',
    values: {
      ringall: 'Ring all',
      leastrecent: 'Least recent',
      fewestcalls: 'Fewest calls',
      random: 'Random',
      rrmemory: 'Round robin',
    },
  },
  getJoinWhenEmptyTypes: { parameter: 'type', key: 'types', values: { ...YES_NO, strict: 'Strict' } },
  getReportEstimatedHoldTime: { parameter: 'type', key: 'types', values: { ...YES_NO, once: 'Once' } },
  getPlayInstructions: {
    parameter: 'play_instructions',
    key: 'play_instructions',
    values: { u: 'Play instructions', su: 'Skip instructions' },
  },
  getVoicemailAttachmentFormats: {
    parameter: 'email_attachment_format',
    key: 'email_attachment_formats',
    values: { wav49: 'WAV49', wav: 'WAV', wavmp3: 'MP3' },
  },
  getTimezones: {
    parameter: 'timezone',
    key: 'timezones',
    values: { 'America/Toronto': 'America/Toronto', 'America/Vancouver': 'America/Vancouver', EST5EDT: 'EST5EDT' },
  },
  getBalanceManagement: {
    parameter: 'balance_management',
    key: 'balance_management',
    values: { 1: 'Suspend the client', 2: 'Do nothing' },
  },
  getCarriers: { parameter: 'carrier', key: 'carriers', values: { 1: 'Carrier 1' } },
};
