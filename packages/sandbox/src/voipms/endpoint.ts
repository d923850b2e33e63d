import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { blockedPage, longAddressPage, soapFault } from './pages.ts';
import { addBodyParsers, FOREIGN_BODY, type Parameters, parametersOf } from './parameters.ts';
import { StatusError } from './status-error.ts';

const LONGEST_REQUEST_LINE = 8_190;
const BEYOND_ASCII = /[\u0080-\uffff]/g;

/** What is answered when all is well, `status` included. Undefined is an empty body. */
export type VoipmsReply = Readonly<Record<string, unknown>> | undefined;

interface EndpointOptions {
  /** @throws StatusError */
  answer(parameters: Parameters, request: FastifyRequest): VoipmsReply;
  /** What becomes of a good reply. */
  edit(request: FastifyRequest, reply: Readonly<Record<string, unknown>>): unknown;
}

/** The one address of the API, by GET and by POST. */
export function addEndpoint(app: FastifyInstance, { answer, edit }: EndpointOptions): void {
  addBodyParsers(app);
  app.route({
    method: ['GET', 'POST'],
    url: '/rest.php',
    handler: async (request, reply) => {
      const page = pageInstead(request);
      if (page !== undefined) return reply.code(page.code).type(page.type).send(page.text);
      const parameters = parametersOf(request);
      try {
        const good = answer(parameters, request);
        return send(reply, parameters, good === undefined ? undefined : edit(request, good));
      } catch (error) {
        if (!(error instanceof StatusError)) throw error;
        return send(reply, parameters, error.body);
      }
    },
  });
}

/** What never reaches the API: what its edge refuses, and what goes to its SOAP front end. */
function pageInstead(request: FastifyRequest) {
  if (!request.headers['user-agent']) return blockedPage;
  if (request.method.length + (request.raw.url?.length ?? 0) > LONGEST_REQUEST_LINE) return longAddressPage;
  return request.body === FOREIGN_BODY ? soapFault : undefined;
}

/** JSON as PHP writes it, which calls itself HTML unless JSON is asked for. */
function send(reply: FastifyReply, parameters: Parameters, body: unknown): FastifyReply {
  const asked = parameters.get('content_type') === 'json';
  reply.type(asked ? 'application/json' : 'text/html; charset=UTF-8');
  return reply.send(body === undefined ? '' : escaped(JSON.stringify(body)));
}

function escaped(json: string): string {
  const ascii = json.replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return ascii.replaceAll('/', '\\/');
}
