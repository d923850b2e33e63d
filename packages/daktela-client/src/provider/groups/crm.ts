import type { OperationOptions } from '@voxolib/telephony';
import type { AccountFilter, ContactFilter, Crm, CrmRecordFilter } from '@voxolib/telephony/contact-centre';
import { daktelaContract } from '../../contract.ts';
import { and } from '../../query/filter.ts';
import type { Context } from '../context.ts';
import { numberWritten } from '../lists/phone-notations.ts';
import { countRecords, type Question, readRecord, readRecordPage } from '../lists/read-page.ts';
import { anyOf, equals, readPaging, readSort, type Sorts } from '../lists/request.ts';
import { readWords, textIn } from '../lists/text.ts';
import { rangeFilter } from '../lists/time-range.ts';
import { toAccount, toContact, toCrmRecord } from '../records/crm.ts';

const contactSorts: Sorts = { created: 'created', edited: 'edited', name: 'title' };
const accountSorts: Sorts = { edited: 'edited', created: 'created', title: 'title' };
const recordSorts: Sorts = { edited: 'edited', created: 'created', title: 'title', stage: 'stage' };

/** Contacts, accounts and CRM records of Daktela. */
export function crm(context: Context): Crm {
  return {
    async contacts(filter, request, options = {}) {
      const query = { ...readPaging(request), sort: readSort(request, contactSorts) };
      return readRecordPage(
        context,
        'contacts',
        await contactQuestion(context, filter, options),
        query,
        toContact,
        options,
      );
    },
    async countContacts(filter, options = {}) {
      return countRecords(context, 'contacts', await contactQuestion(context, filter, options), options);
    },
    contact: ({ id }, options = {}) => readRecord(context, 'contacts', id, toContact, options),

    async accounts(filter, request, options = {}) {
      const query = { ...readPaging(request), sort: readSort(request, accountSorts) };
      return readRecordPage(
        context,
        'accounts',
        await accountQuestion(context, filter, options),
        query,
        toAccount,
        options,
      );
    },
    async countAccounts(filter, options = {}) {
      return countRecords(context, 'accounts', await accountQuestion(context, filter, options), options);
    },
    account: ({ id }, options = {}) => readRecord(context, 'accounts', id, toAccount, options),

    async records(filter, request, options = {}) {
      const query = { ...readPaging(request), sort: readSort(request, recordSorts) };
      return readRecordPage(
        context,
        'crmRecords',
        await recordQuestion(context, filter, options),
        query,
        toCrmRecord,
        options,
      );
    },
    async countRecords(filter, options = {}) {
      return countRecords(context, 'crmRecords', await recordQuestion(context, filter, options), options);
    },
    record: ({ id }, options = {}) => readRecord(context, 'crmRecords', id, toCrmRecord, options),
  };
}

async function contactQuestion(context: Context, filter: ContactFilter, options: OperationOptions): Promise<Question> {
  const names = context.names(options);
  const [account, agent, range] = await Promise.all([
    names.found('account', filter.account),
    names.listed('agent', filter.agent),
    rangeFilter(context.zones, 'created', filter.range, options),
  ]);
  return {
    names,
    warnings: range.warnings,
    query: {
      search: readWords('text', filter.text),
      filter: and(
        equals('account', account),
        anyOf('user', agent),
        numberWritten(`customFields.${daktelaContract.contactPhones.value}`, filter.phone, 'phone'),
        textIn([`customFields.${daktelaContract.contactEmails.value}`], filter.email, 'email'),
        range.filter,
      ),
    },
  };
}

async function accountQuestion(context: Context, filter: AccountFilter, options: OperationOptions): Promise<Question> {
  const names = context.names(options);
  const [agent, range] = await Promise.all([
    names.listed('agent', filter.agent),
    rangeFilter(context.zones, 'created', filter.range, options),
  ]);
  const query = { search: readWords('text', filter.text), filter: and(anyOf('user', agent), range.filter) };
  return { names, warnings: range.warnings, query };
}

async function recordQuestion(context: Context, filter: CrmRecordFilter, options: OperationOptions): Promise<Question> {
  const names = context.names(options);
  const [type, status, agent, contact, account, range] = await Promise.all([
    names.listed('crm_type', filter.type, 'type'),
    names.listed('status', filter.status),
    names.listed('agent', filter.agent),
    names.found('contact', filter.contact),
    names.found('account', filter.account),
    rangeFilter(context.zones, 'created', filter.range, options),
  ]);
  return {
    names,
    warnings: range.warnings,
    query: {
      filter: and(
        anyOf('type', type),
        anyOf('status', status),
        equals('stage', filter.stage?.toUpperCase()),
        textIn(['title', 'description'], filter.text),
        anyOf('user', agent),
        equals('contact', contact),
        equals('account', account),
        range.filter,
      ),
    },
  };
}
