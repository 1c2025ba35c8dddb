// Starts the release binary on a free port with an index folder of its own, and runs every *.spec.js against it.
//
// From the environment: WEGWEISER_BIN (default target/release/wegweiser), WEGWEISER_TESTDATEN (default data/),
// CHROMIUM (default: the first one on the PATH), WEGWEISER_JETZT (default below, also in tests/run).

import { defineConfig } from '@playwright/test';
import { accessSync, constants, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const binary = process.env.WEGWEISER_BIN ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release/wegweiser');
const data = process.env.WEGWEISER_TESTDATEN ?? join(root, 'data');

// Workers read this file again and inherit the environment: port and folder are chosen once, by the first reader.
process.env.WEGWEISER_TESTPORT ??= String(await freePort());
process.env.WEGWEISER_TESTINDEX ??= mkdtempSync(join(tmpdir(), 'wegweiser-index-'));
const address = `http://127.0.0.1:${process.env.WEGWEISER_TESTPORT}`;

export default defineConfig({
  testDir: '.',
  outputDir: 'ergebnis',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  reporter: [['list']],
  globalTeardown: './teardown.js',
  use: {
    baseURL: address,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'with script' },
    { name: 'without script', testMatch: 'journey.spec.js', use: { javaScriptEnabled: false } },
  ],
  webServer: {
    command: `exec "${binary}" serve --data "${data}" --index "${process.env.WEGWEISER_TESTINDEX}" --listen 127.0.0.1:${process.env.WEGWEISER_TESTPORT}`,
    url: `${address}/`,
    env: { ...process.env, WEGWEISER_JETZT: process.env.WEGWEISER_JETZT ?? '2026-11-21T10:00' },
    reuseExistingServer: false,
    timeout: 60_000,
  },
});

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Debian's browser; the one Playwright would download is not needed. */
function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(':')) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not here
      }
    }
  }
  throw new Error('No Chromium on the PATH: install Debian\'s package `chromium` or name one in CHROMIUM.');
}
