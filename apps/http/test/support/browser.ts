import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

// biome-ignore lint/style/noProcessEnv: in CI a missing browser must fail the tests instead of skipping them
const inCi = Boolean(process.env.CI);

/** True where no browser is installed and nobody promised one. Tests say so in their names. */
export const withoutBrowser = !existsSync(CHROMIUM) && !inCi;

export const SKIPPED = `skipped where there is no ${CHROMIUM}`;

/** A real headless Chromium that asks nothing of the network by itself. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
