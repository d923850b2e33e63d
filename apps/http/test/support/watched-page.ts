import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** A page of a browser, with everything that it asks for and complains about. */
export interface WatchedPage {
  context: BrowserContext;
  page: Page;
  /** Address, headers and body of each request. */
  requests: string[];
  complaints: string[];
}

export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    requests.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`);
  });
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, requests, complaints };
}
