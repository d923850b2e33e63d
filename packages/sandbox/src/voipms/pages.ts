/** An answer that is not JSON. */
export interface Page {
  code: number;
  type: string;
  text: string;
}

const HTML = 'text/html; charset=UTF-8';

/** What the edge says to a caller that does not name itself. */
export const blockedPage: Page = {
  code: 403,
  type: HTML,
  text: '<!DOCTYPE html><html><head><title>Access denied</title></head><body><h1>Error 1010</h1></body></html>',
};

export const longAddressPage: Page = {
  code: 414,
  type: HTML,
  text: '<!DOCTYPE HTML><html><head><title>414 Request-URI Too Long</title></head><body><h1>Request-URI Too Long</h1></body></html>',
};

/** What the SOAP front end says to a body that is no envelope. */
export const soapFault: Page = {
  code: 200,
  type: 'text/xml; charset=utf-8',
  text: `<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body><SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>Bad Request</faultstring></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>
`,
};

/** What the edge says when the API behind it does not answer. */
export function outagePage(code: number): Page {
  const title = `sandbox | ${code}: Connection timed out`;
  return {
    code,
    type: HTML,
    text: `<!DOCTYPE html><html lang="en-US"><head><title>${title}</title></head><body><h1>Error code ${code}</h1></body></html>`,
  };
}
