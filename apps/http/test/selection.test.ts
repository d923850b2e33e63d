import { eras } from '@voxolib/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { callTool, type RpcReply, rpcRequest, send } from './support/rpc.ts';

let gateway: Gateway;
let narrow: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
  narrow = await startGateway({ TOOLSETS: 'reports' });
});
afterAll(async () => {
  await gateway.close();
  await narrow.close();
});

const token = () => gateway.sandbox.voxolib.accounts.demo.token;

describe.each(eras)('in the era of %s', (era) => {
  async function list(headers: Record<string, string>, query = '', { origin }: Gateway = gateway): Promise<RpcReply> {
    return send(origin, rpcRequest('tools/list', {}, { token: token(), era, headers }), `/mcp${query}`);
  }
  const names = ({ message }: RpcReply) => {
    const tools = message.result?.tools as { name: string }[] | undefined;
    return tools?.map(({ name }) => name) ?? [];
  };
  const ofVoxolib = (name: string) => name.startsWith('voxolib_');

  test('only the chosen toolsets are listed, by header or in the address', async () => {
    const all = names(await list({}));
    expect(all.some(ofVoxolib)).toBe(true);
    for (const chosen of [await list({ 'x-mcp-toolsets': 'Reports' }), await list({}, '?toolsets=reports')]) {
      expect(names(chosen)).toEqual(all.filter((name) => !ofVoxolib(name)));
    }
    expect(names(await list({ 'x-mcp-toolsets': 'voxolib' }, '?toolsets=reports'))).toEqual(all.filter(ofVoxolib));
    expect(names(await list({}, '?toolsets=voxolib,reports'))).toEqual(all);
  });

  test('a tool that was not chosen is not run, and the answer says why', async () => {
    const headers = { 'x-mcp-toolsets': 'reports' };
    const { message } = await callTool(gateway.origin, 'voxolib_dids', {}, { token: token(), era, headers });
    expect(message.error?.message).toContain('its toolset was not chosen for this connection');
  });

  test.each([
    [
      { 'x-mcp-toolsets': 'reports,fax' },
      '',
      /X-MCP-Toolsets: there is no toolset "fax"\. There are: reports, voxolib/,
    ],
    [{}, '?toolsets=fax', /toolsets: there is no toolset "fax"/],
    [{ 'x-mcp-readonly': 'perhaps' }, '', /X-MCP-Readonly must be true or false/],
  ])('what cannot be understood is refused: %j %s', async (headers, query, problem) => {
    const refused = await list(headers as Record<string, string>, query);
    expect(refused.status).toBe(400);
    expect(refused.message.error?.message).toMatch(problem);
  });

  test('nobody sees more than the deployment shows', async () => {
    const all = names(await list({}, '', narrow));
    expect(all.some(ofVoxolib)).toBe(false);
    expect(names(await list({ 'x-mcp-toolsets': 'reports,voxolib' }, '', narrow))).toEqual(all);
    expect(names(await list({ 'x-mcp-toolsets': 'voxolib' }, '', narrow))).toEqual([]);
  });
});
