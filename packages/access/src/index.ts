export type { Database } from './storage/database.ts';
export { openStorage, type Storage, type StorageOptions } from './storage/storage.ts';
