import { quotedBase64, silentMp3 } from '../media/mp3.ts';
import type { MethodCall, Methods } from '../method.ts';
import { given, type Parameters, required } from '../parameters.ts';
import type { Row } from '../state/account-state.ts';
import { StatusError } from '../status-error.ts';
import { type DateRange, isWithin, readDateRange } from './date-range.ts';

const FOLDERS = ['INBOX', 'Old', 'Urgent', 'Work', 'Family', 'Friends'];
const FORMATS = ['mp3', 'wav', 'wav49', 'gsm'];
const YES_NO = ['yes', 'no'];

export const voicemailMessageMethods: Methods = {
  getVoicemailFolders: ({ parameters }) => {
    const asked = given(parameters, 'folder');
    const folders = FOLDERS.filter((folder) => asked === undefined || folder === asked);
    if (folders.length === 0) throw new StatusError('no_folder');
    return { folders: folders.map((value) => ({ value, description: value })) };
  },
  getVoicemailMessages: (request) => {
    const messages = messagesIn(
      request,
      given(request.parameters, 'folder') ?? 'INBOX',
      optionalRange(request.parameters),
    );
    return { messages: messages.map(({ id, text, ...row }) => row) };
  },
  getVoicemailMessageFile: (request) => {
    const { mailbox, folder, message_num, duration = '' } = requireMessage(request);
    const format = given(request.parameters, 'format') ?? 'mp3';
    if (!FORMATS.includes(format)) throw new StatusError('invalid_format');
    const data = quotedBase64(silentMp3(Number(duration.slice(-2))));
    // One message comes as an object, though other lists come as lists.
    return { message: { mailbox, folder, message_num, format, data } };
  },
  getVoicemailTranscriptions: (request) => {
    const folder = required(request.parameters, 'folder');
    const range = readDateRange(request.parameters);
    if (requireMailbox(request).transcription !== 'yes') throw new StatusError('no_messages');
    const messages = messagesIn(request, folder, range);
    return {
      messages: messages.map(({ date, callerid, duration, text }) => ({
        date,
        callerid,
        duration,
        folder,
        // The quotes and the comma belong to the value.
        result: `"${text}",`,
      })),
    };
  },
  markListenedVoicemailMessage: (request) => mark(request, 'listened'),
  markUrgentVoicemailMessage: (request) => mark(request, 'urgent'),
  moveFolderVoicemailMessage: (request) => {
    const message = requireMessage(request);
    const folder = required(request.parameters, 'new_folder', 'folder');
    if (!FOLDERS.includes(folder)) throw new StatusError('invalid_destination_folder');
    const numbers = all(request, message.mailbox, folder).map((row) => Number(row.message_num));
    message.folder = folder;
    message.message_num = String(Math.max(-1, ...numbers) + 1);
    return {};
  },
  sendVoicemailEmail: (request) => {
    requireMessage(request);
    required(request.parameters, 'email_address', 'email');
    return {};
  },
  delMessages: (request) => {
    const mailbox = requireMailbox(request).mailbox ?? '';
    const folder = given(request.parameters, 'folder');
    const number = given(request.parameters, 'message_num');
    const gone = all(request, mailbox, folder).filter((row) => number === undefined || row.message_num === number);
    if (gone.length === 0) throw new StatusError('message_not_found');
    for (const { id = '' } of gone) request.state.tables.messages.delete(id);
    return {};
  },
};

function mark(request: MethodCall, field: 'listened' | 'urgent') {
  const value = required(request.parameters, field);
  if (!YES_NO.includes(value)) throw new StatusError(`invalid_${field}`);
  requireMessage(request)[field] = value;
  return {};
}

function requireMailbox({ state, parameters }: MethodCall): Row {
  const mailbox = state.tables.voicemails.get(required(parameters, 'mailbox'));
  if (mailbox === undefined) throw new StatusError('invalid_mailbox');
  return mailbox;
}

function requireMessage(request: MethodCall): Row {
  const { mailbox } = requireMailbox(request);
  const folder = required(request.parameters, 'folder');
  const number = required(request.parameters, 'message_num');
  const message = all(request, mailbox, folder).find((row) => row.message_num === number);
  if (message === undefined) throw new StatusError('invalid_message_num');
  return message;
}

function messagesIn(request: MethodCall, folder: string, range: DateRange | undefined): Row[] {
  if (!FOLDERS.includes(folder)) throw new StatusError('invalid_folder');
  const { mailbox } = requireMailbox(request);
  const messages = all(request, mailbox, folder).filter(
    ({ date = '' }) => range === undefined || isWithin(range, Date.parse(`${date.replace(' ', 'T')}Z`)),
  );
  if (messages.length === 0) throw new StatusError('no_messages');
  return messages;
}

function all({ state }: MethodCall, mailbox: string | undefined, folder: string | undefined): Row[] {
  return [...state.tables.messages.values()].filter(
    (row) => row.mailbox === mailbox && (folder === undefined || row.folder === folder),
  );
}

function optionalRange(parameters: Parameters): DateRange | undefined {
  const dated = given(parameters, 'date_from') !== undefined || given(parameters, 'date_to') !== undefined;
  return dated ? readDateRange(parameters) : undefined;
}
