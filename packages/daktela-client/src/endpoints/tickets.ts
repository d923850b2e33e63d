import { each, type Model, newest, ref, refs } from './model.ts';

export const tickets = {
  key: 'name',
  fields: {
    ...each(
      'value',
      'name title email isParent unread has_attachment sla_custom isFollowed stage priority description sla_deadtime sla_close_deadline sla_change sla_overdue sla_duration first_answer first_answer_deadline first_answer_duration first_answer_overdue reopen created edited closed last_unread_date last_activity last_activity_operator last_activity_client interaction_activity_count',
    ),
    category: ref('ticketsCategories'),
    ...each(ref('users'), 'user created_by edited_by'),
    contact: ref('contacts'),
    ...each(ref('tickets'), 'parentTicket id_merge'),
    followers: refs('users'),
    statuses: refs('statuses'),
    customFields: 'custom',
  },
  projection:
    'name title stage priority category user contact parentTicket id_merge created created_by edited closed last_activity last_activity_operator last_activity_client sla_deadtime sla_close_deadline sla_overdue first_answer first_answer_duration reopen unread has_attachment statuses description customFields'.split(
      ' ',
    ),
  sortable:
    'name title created edited last_activity last_activity_operator last_activity_client sla_deadtime sla_close_deadline priority stage first_answer closed'.split(
      ' ',
    ),
  defaultSort: newest('created'),
  tieBreak: 'name',
} as const satisfies Model;

export const ticketsCategories = {
  key: 'name',
  fields: {
    ...each(
      'value',
      'name title description type email status_required multiple_statuses closeCheckChilds auto_archive_tickets',
    ),
    sla: {
      parts: each(
        'value',
        'name title unit response_low response_normal response_high solution_low solution_normal solution_high',
      ),
    },
    timecondition: ref('timeconditions'),
    ...each(ref('queues'), 'email_queue call_queue sms_queue'),
    default_crm_database: ref('databases'),
  },
  projection: ['name', 'title', 'description', 'type', 'email', 'sla', 'status_required', 'multiple_statuses'],
  sortable: [],
  defaultSort: [],
  reference: true,
} as const satisfies Model;
