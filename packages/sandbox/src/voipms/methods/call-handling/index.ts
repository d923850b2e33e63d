import type { Methods } from '../../method.ts';
import { resourceMethods } from '../resource.ts';
import { groups } from './groups.ts';
import { menus } from './menus.ts';
import { parking } from './parking.ts';
import { waysOut } from './ways-out.ts';

/** What happens to a call on its way. */
export const callHandlingMethods: Methods = Object.assign(
  {},
  ...[...menus, ...groups, ...waysOut, ...parking].map(resourceMethods),
);
