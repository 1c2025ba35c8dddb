// What people do on the site, one behaviour a test; run once with and once without JavaScript. Nothing here knows the
// data: words, filters and entries are read from the pages themselves.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, plain, test } from './kit.js';

/** Text of a page as the browser prints it. */
async function printed(page) {
  const folder = mkdtempSync(join(tmpdir(), 'wegweiser-pdf-'));
  try {
    const file = join(folder, 'seite.pdf');
    writeFileSync(file, await page.pdf({ format: 'A4' }));
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const digits = (text) => text.replace(/\D/g, '');

test.describe('searching', () => {
  test('a word typed on the front page finds offers, and stays in the field', async ({ page, site }) => {
    await page.goto('/');
    const theme = plain(await site.main.locator('.tile a').first().innerText());
    await site.searchFor(theme);
    expect(await site.count()).toBeGreaterThan(0);
    await expect(site.search).toHaveValue(theme);
  });

  test('the title of a result page does not repeat the words', async ({ page, site }) => {
    await site.searchFor('geheimwort');
    expect(await page.title()).not.toContain('geheimwort');
  });

  test('a town chosen on the front page narrows the search', async ({ page, site }) => {
    await page.goto('/suche');
    const all = await site.count();
    await page.goto('/');
    await page.locator('select[name=ort]').selectOption({ index: 1 });
    await site.search.press('Enter');
    await page.waitForURL(/\/suche\?ort=/);
    expect(await site.count()).toBeLessThan(all);
    expect(await site.count()).toBeGreaterThan(0);
  });

  test('a search that finds nothing offers a way on', async ({ page, site }) => {
    await page.goto('/suche?q=xqzxqzxqz');
    await expect(site.cards).toHaveCount(0);
    expect(await site.main.getByRole('link').count()).toBeGreaterThan(1);
  });

  test('every entry point on the front page leads to offers', async ({ page, site }) => {
    await page.goto('/');
    const links = await site.main.locator('section[aria-labelledby=anliegen] a[href^="/suche"]').evaluateAll((all) => all.map((a) => a.href));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      await page.goto(link);
      expect(await site.count(), link).toBeGreaterThan(0);
    }
  });
});

test.describe('filtering', () => {
  test('a ticked filter finds as many offers as it announced', async ({ page, site }) => {
    await page.goto('/suche');
    const all = await site.count();
    const choice = await site.filter(all);
    await choice.box.check();
    await site.apply();
    await expect(page).toHaveURL(new RegExp(`[?&]${choice.name}=`));
    expect(await site.count()).toBe(choice.count);
    await expect(page.locator(`input[name="${choice.name}"][value="${choice.value}"]`)).toBeChecked();
  });

  test('a chosen filter is named above the results and can be taken away there', async ({ page, site }) => {
    await page.goto('/suche');
    const all = await site.count();
    const choice = await site.filter(all);
    await page.goto(`/suche?${choice.name}=${choice.value}`);
    await site.chips.first().click();
    await expect(page).toHaveURL(/\/suche$/);
    expect(await site.count()).toBe(all);
  });

  test('going to the next page keeps the search', async ({ page, site }) => {
    await page.goto('/suche');
    const first = await site.cards.first().innerText();
    await page.locator('a[href*="seite=2"]').first().click();
    await expect(page).toHaveURL(/seite=2/);
    expect(await site.cards.first().innerText()).not.toBe(first);
  });
});

test.describe('opening', () => {
  test('a result opens the page of the offer, with a telephone number to tap', async ({ page, site }) => {
    await page.goto('/suche');
    const link = site.main.locator('a[href^="/angebot/"]').first();
    const title = plain(await link.innerText());
    await link.click();
    expect(plain(await page.getByRole('heading', { level: 1 }).innerText())).toContain(title);
    expect(await site.main.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
  });

  test('a result opens the page of the partner, which lists its offers', async ({ page, site }) => {
    await page.goto('/suche');
    await site.main.locator('a[href^="/stelle/"]').first().click();
    await expect(page).toHaveURL(/\/stelle\//);
    expect(await site.main.locator('a[href^="/angebot/"]').count()).toBeGreaterThan(0);
  });

  test('back restores the list with its filters', async ({ page, site }) => {
    await page.goto('/suche');
    const choice = await site.filter(await site.count());
    await choice.box.check();
    await site.apply();
    const before = { url: page.url(), text: await site.cards.allInnerTexts() };
    await site.main.locator('a[href^="/angebot/"]').first().click();
    await page.waitForURL(/\/angebot\//);
    await page.goBack();
    await expect(page).toHaveURL(before.url);
    expect(await site.cards.allInnerTexts()).toEqual(before.text);
    await expect(page.locator(`input[name="${choice.name}"][value="${choice.value}"]`)).toBeChecked();
  });
});

test.describe('remembering', () => {
  test('an offer is remembered in the address and forgotten again', async ({ page, site }) => {
    await page.goto('/suche');
    await site.remember(0);
    await expect(page).toHaveURL(/[?&]m=[0-9A-Z]{6}(#|$)/);
    await page.getByRole('link', { name: /^Gemerkt/ }).first().click();
    await expect(page).not.toHaveURL(/[?&]m=/);
  });

  test('two remembered offers stand on the list, and the list survives a search', async ({ page, site }) => {
    await page.goto('/suche');
    const titles = [await site.remember(0), await site.remember(0)];
    await site.search.fill('hilfe');
    await site.search.press('Enter');
    await expect(page).toHaveURL(/[?&]m=[0-9A-Z]{6}\.[0-9A-Z]{6}/);
    await page.locator('header a[href^="/merkliste"]').click();
    const text = plain(await site.main.innerText());
    for (const title of titles) expect(text).toContain(title);
  });

  test('a new person starts with an empty list and no search', async ({ page, site }) => {
    await page.goto('/suche?q=hilfe');
    await site.remember(0);
    await page.getByRole('link', { name: 'Neue Person' }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect(site.search).toHaveValue('');
  });

  test('nothing is left in the browser after searching, remembering and printing', async ({ page, site, context }) => {
    await site.searchFor('hilfe');
    await site.remember(0);
    await page.locator('header a[href^="/merkliste"]').click();
    expect(await context.cookies()).toEqual([]);
    expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
  });
});

test.describe('printing', () => {
  test('the page of an offer prints its title and telephone number', async ({ page, site }) => {
    await page.goto('/suche');
    const offer = await site.offerWithPhone();
    const paper = await printed(page);
    expect(plain(paper)).toContain(offer.title);
    expect(digits(paper)).toContain(digits(offer.phone));
  });

  test('the sheet of a list has every title and number, and nothing of the search', async ({ page, site }) => {
    await page.goto('/suche?q=hilfe');
    const titles = [await site.remember(0), await site.remember(0)];
    await page.locator('header a[href^="/merkliste"]').click();
    await site.main.locator('a[href^="/blatt"]').first().click();
    await expect(page).toHaveURL(/\/blatt\?/);
    const paper = await printed(page);
    for (const title of titles) expect(plain(paper)).toContain(title.slice(0, 30));
    const phones = await site.main.locator('a[href^="tel:"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(phones.length).toBeGreaterThan(1);
    for (const phone of phones) expect(digits(paper)).toContain(digits(phone).slice(-6));
    expect(paper).not.toMatch(/[?&]q=/);
  });

  test('a printed list of results does not tell what was typed', async ({ page }) => {
    await page.goto('/suche?q=wirbelsäulngymnastik+overath');
    await expect(page.locator('.of-search').first()).toContainText('wirbelsäulngymnastik');
    const paper = await printed(page);
    expect(plain(paper).toLowerCase()).not.toContain('wirbelsäulngymnastik');
    expect(paper).not.toContain('erstanden als');
  });

  test('what only works on a screen is not printed', async ({ page }) => {
    await page.goto('/suche');
    const paper = await printed(page);
    await expect(page.locator('header nav')).toBeVisible();
    const words = await page.locator('header nav').innerText();
    for (const word of words.split('\n').filter((line) => line.trim().length > 8)) expect(paper).not.toContain(word.trim());
  });
});

test.describe('by keyboard', () => {
  test('the first Tab shows the way past the header, and it leads to the content', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    await expect(skip).toHaveAttribute('href', /^#/);
    await expect(skip).toBeInViewport();
    const target = await skip.getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${target}$`));
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
  });

  test('search, results and offer are reached without a mouse', async ({ page, site }) => {
    await page.goto('/');
    await site.tabTo('input[name=q]');
    await page.keyboard.type('hilfe');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/suche\?/);
    await site.tabTo('main a[href^="/angebot/"]');
    await expect(page.locator(':focus')).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/angebot\//);
  });

  test('whatever has the focus shows it', async ({ page }) => {
    await page.goto('/suche');
    for (let i = 0; i < 25; i += 1) {
      await page.keyboard.press('Tab');
      const style = await page.locator(':focus').evaluate((element) => {
        const shown = element.closest('label') ?? element;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        const around = getComputedStyle(shown);
        return { line: outlineStyle !== 'none' && outlineWidth !== '0px', shadow: boxShadow !== 'none', around: around.outlineStyle !== 'none', what: element.outerHTML.slice(0, 100) };
      });
      expect(style.line || style.shadow || style.around, style.what).toBe(true);
    }
  });
});

test.describe('from paper', () => {
  test('a typed code leads to the offer, in small letters too', async ({ page, site }) => {
    await page.goto('/suche');
    const title = await site.remember(0);
    const [, code] = page.url().match(/[?&]m=([0-9A-Z]{6})/);
    await page.goto(`/A/${code.toLowerCase()}`);
    await expect(page).toHaveURL(/\/angebot\//);
    expect(plain(await page.getByRole('heading', { level: 1 }).innerText())).toContain(title);
  });
});

test.describe('when something is not there', () => {
  test('an address that never existed gets a page with a search', async ({ page, site }) => {
    const response = await page.goto('/gibt-es-nicht');
    expect(response.status()).toBe(404);
    await expect(site.search).toBeVisible();
  });
});
