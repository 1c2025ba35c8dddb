// Every kind of page, looked at in the ways visitors meet it: light and dark, wide, on a phone, very narrow, with wide
// letters, in forced colours, and as a document.

import { accessibility, blank, overflow, spacing, torn, validity } from './checks.js';
import { KINDS, Site, expect, test } from './kit.js';

const VIEWS = [
  { name: 'light at 1280 px', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark at 1280 px', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { name: 'light at 360 px', colorScheme: 'light', viewport: { width: 360, height: 740 } },
  { name: 'dark at 320 px', colorScheme: 'dark', viewport: { width: 320, height: 640 } },
];

let addresses;
test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  addresses = await Site.addresses(request);
  await request.dispose();
});

for (const kind of KINDS) {
  for (const { name, ...view } of VIEWS) {
    test.describe(name, () => {
      test.use(view);

      test(`${kind}: no barrier is found and nothing sticks out`, async ({ page }) => {
        await page.goto(addresses[kind]);
        expect([...(await overflow(page)), ...(await torn(page))]).toEqual([]);
        expect(await accessibility(page)).toEqual([]);
      });
    });
  }

  test(`${kind}: nothing sticks out at 320 px with wide lines, letters and words`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(addresses[kind]);
    expect(await spacing(page)).toEqual([]);
  });

  test(`${kind}: shows something in forced colours`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(addresses[kind]);
    expect(await blank(page)).toEqual([]);
  });

  test(`${kind}: is a valid document`, async ({ request }) => {
    const html = await (await request.get(addresses[kind])).text();
    expect(await validity(html)).toEqual([]);
  });
}
