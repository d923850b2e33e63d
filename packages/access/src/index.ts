export { embeddedKeys } from './keys/embedded-keys.ts';
export { EXAMPLE_KEY, GatewayKeys, GatewayKeysError, parseGatewayKeys } from './keys/gateway-keys.ts';
export { type RecognizeKeysOptions, recognizeKeys } from './keys/recognize-keys.ts';
export type { KeyPurpose, ServerKey, ServerKeys } from './keys/server-keys.ts';
export { hashId } from './sealing/hash-id.ts';
export { createSealer, type Sealed, type Sealer } from './sealing/sealer.ts';
export type { Database } from './storage/database.ts';
export { openStorage, type Storage, type StorageOptions } from './storage/storage.ts';
export { isUniqueViolation } from './storage/unique-violation.ts';
