import type { Interaction } from './interaction.ts';

/** What somebody turns to the contact centre about. */
export const TOPICS = ['complaint', 'delivery', 'invoice', 'technical', 'sales', 'cancellation'] as const;

export type Topic = (typeof TOPICS)[number];

/** Each topic's category. */
export const CATEGORY_OF: Record<Topic, string> = {
  complaint: 'categories_0001',
  delivery: 'categories_0002',
  invoice: 'categories_0003',
  technical: 'categories_0004',
  sales: 'categories_0005',
  cancellation: 'categories_0006',
};

/** The topic of an interaction that belongs to no ticket. */
export function topicOfSalt({ salt }: Interaction): Topic {
  return TOPICS[salt % TOPICS.length] ?? 'complaint';
}
