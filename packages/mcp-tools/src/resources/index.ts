import type { Resource } from '../resource.ts';

/** Every resource there is, in the order in which clients see them. */
export const resources: readonly Resource[] = [];
