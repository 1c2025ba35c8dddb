// Removes the index folder of this run; the server itself is stopped by Playwright.

import { rmSync } from 'node:fs';

export default function teardown() {
  rmSync(process.env.WEGWEISER_TESTINDEX, { recursive: true, force: true });
}
