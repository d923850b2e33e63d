import type { Fixture } from './fixtures.ts';
import { didRow, entryRow, subAccountRow } from './rows.ts';

/** A reseller whose clients have a sub-account and a number each. */
export const reseller = (): Fixture => ({
  balance: 1_530_000,
  subAccounts: [
    subAccountRow({ id: '66010', account: '270500_north', description: 'North office', reseller_client: '50101' }),
    subAccountRow({ id: '66011', account: '270500_south', description: 'South office', reseller_client: '50102' }),
  ],
  dids: [
    didRow({
      did: '2125550144',
      description: 'NEW YORK, NY',
      reseller_account: '50101',
      routing: 'account:270500_north',
    }),
    didRow({ did: '3055550155', description: 'MIAMI, FL', reseller_account: '50102', routing: 'account:270500_south' }),
  ],
  clients: [client('50101', 'North Ltd'), client('50102', 'South Ltd')],
  phonebook: [entryRow({ phonebook: '52001', name: 'Blocked caller', number: '8005550155', note: 'spam' })],
  phonebookGroups: [{ phonebook_group: '9501', name: 'Spam', members: '52001' }],
});

function client(id: string, company: string) {
  return {
    client: id,
    email: `client-${id}@example.org`,
    password: `Sandbox-${id}`,
    company,
    firstname: 'Front',
    lastname: 'Desk',
    address: '',
    city: '',
    state: '',
    country: 'US',
    zip: '',
    phone_number: '',
    balance_management: '1',
  };
}
