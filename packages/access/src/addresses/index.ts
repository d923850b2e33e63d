export { addressGroup } from './address-group.ts';
export { type Network, parseNetwork } from './network.ts';
