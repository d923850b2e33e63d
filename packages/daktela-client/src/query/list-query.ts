import type { Sort } from '../endpoints/model.ts';
import type { Filter } from './filter.ts';

export interface ListQuery {
  filter?: Filter | undefined;
  /** Newest first without it, where the model can be sorted. */
  sort?: readonly Sort[] | undefined;
  /** Names of fields, with dots into related records (`contact.account`); the model's own choice without it. */
  fields?: readonly string[] | undefined;
  /** Text that Daktela looks for in the model's own search fields. */
  search?: string | undefined;
  /** How many to pass over; 0 without it. */
  skip?: number | undefined;
  /** How many to give, 1 to 1000; 100 without it. */
  take?: number | undefined;
}
