// What every browser test shares: `test` watches each page for foreign requests, console and CSP errors, cookies and
// storage, and fails when it saw one; `Site` finds entries on the site itself, so no test knows the data.

import { test as base, expect } from '@playwright/test';

export { expect };

/** Collects what a page must never do. */
export class Watch {
  constructor(context, origin) {
    this.findings = [];
    this.context = context;
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) this.findings.push(`foreign request: ${url}`);
    });
    context.on('console', (message) => {
      // The browser itself reports a 404 page as an error; those pages are asked for on purpose.
      const status = /the server responded with a status of (400|404|410)/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !status) this.findings.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.findings.push(`script error: ${error.error()}`));
  }

  /** Everything seen, and what the pages left in the browser. */
  async all() {
    const { cookies, origins } = await this.context.storageState();
    return [
      ...this.findings,
      ...cookies.map((cookie) => `cookie: ${cookie.name}`),
      ...origins.map((origin) => `storage: ${origin.origin}`),
    ];
  }
}

export const test = base.extend({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch(context, baseURL);
      await use(watch);
      expect(await watch.all(), 'foreign requests, errors, cookies or storage').toEqual([]);
    },
    { auto: true },
  ],
  site: async ({ page }, use) => use(new Site(page)),
});

/** Text without what only helps it to break well. */
export const plain = (text) => text.replace(/[\u00ad\u2060]/g, '').replace(/\s+/g, ' ').trim();

const addressesOf = ({ partner, offer, theme, town, list }) => ({
  home: '/',
  'second guide': '/beratung',
  concerns: '/anliegen',
  results: `/suche?${list}`,
  'results with words and filters': '/suche?q=hilfe&kosten=kostenfrei',
  'all filters': '/suche?filter=alle',
  'no results': '/suche?q=xqzxqzxqz',
  partner,
  offer,
  theme: `/thema/${theme}`,
  town: `/ort/${town}`,
  'remembered list': `/merkliste?${list}`,
  'empty remembered list': '/merkliste',
  sheet: `/blatt?${list}`,
  'crisis lines': '/krise',
  'text page': '/seite/barrierefreiheit',
  'page not found': '/gibt-es-nicht',
});

/** Names of all kinds of pages. */
export const KINDS = Object.keys(addressesOf({}));

/** The site as a visitor walks it. */
export class Site {
  constructor(page) {
    this.page = page;
    this.main = page.locator('main');
    this.search = page.locator('input[name=q]').first();
    this.cards = this.main.locator('article');
  }

  /** Addresses of one page of each kind, found from the result list. */
  static async addresses(request) {
    const text = await (await request.get('/suche')).text();
    const first = (pattern) => {
      const match = text.match(pattern);
      if (!match) throw new Error(`/suche has no link like ${pattern}`);
      return match[1];
    };
    const codes = [...new Set([...text.matchAll(/[?;]m=([0-9A-Z]{6})/g)].map((match) => match[1]))];
    if (codes.length < 2) throw new Error('/suche offers fewer than two entries to remember');
    return addressesOf({
      partner: first(/href="(\/stelle\/[^"?#]+)/),
      offer: first(/href="(\/angebot\/[^"?#]+)/),
      theme: first(/name="thema" value="([^"/]+)"/),
      town: first(/name="ort" value="([^"/]+)"/),
      list: `m=${codes.slice(0, 2).join('.')}`,
    });
  }

  /** Searches from the home page with the keyboard's Enter. */
  async searchFor(words) {
    await this.page.goto('/');
    await this.search.fill(words);
    await this.search.press('Enter');
    await this.page.waitForURL(/\/suche/);
  }

  /** Number of offers in the headline of a result page. */
  async count() {
    const number = plain(await this.main.locator('#treffer').innerText()).match(/^([\d.]+)\s+Angebot/);
    return number ? Number(number[1].replaceAll('.', '')) : 0;
  }

  /** A visible filter that narrows: its box, what it sends, and the count it announces. */
  async filter(all) {
    const boxes = this.page.locator('input[type=checkbox]:not(:checked)');
    for (let i = 0; i < (await boxes.count()); i += 1) {
      const box = boxes.nth(i);
      if (!(await box.isVisible())) continue;
      const label = await box.evaluate((element) => element.labels[0]?.innerText ?? '');
      const count = Number(label.match(/(\d+)\D*$/)?.[1] ?? 0);
      if (count > 0 && count < all) {
        return { box, count, name: await box.getAttribute('name'), value: await box.getAttribute('value') };
      }
    }
    throw new Error('no filter on this page would narrow the search');
  }

  /** Sends the filters. */
  async apply() {
    const before = this.page.url();
    await this.page.locator('button[type=submit][form]').first().click();
    await this.page.waitForURL((url) => url.href !== before);
  }

  /** Links that take one chosen filter away. */
  get chips() {
    return this.main.locator('.chips a');
  }

  /** Remembers the n-th offer that is not yet remembered; gives its title. */
  async remember(n) {
    const link = this.main.getByRole('link', { name: /^Merken/ }).nth(n);
    const title = plain((await link.textContent()).split(':').slice(1).join(':'));
    const before = this.page.url();
    await link.click();
    await this.page.waitForURL((url) => url.href !== before);
    return title;
  }

  /** Opens the first offer of the list that has a telephone number. */
  async offerWithPhone() {
    const links = await this.main.locator('a[href^="/angebot/"]').evaluateAll((all) => all.map((a) => a.href));
    for (const link of links) {
      await this.page.goto(link);
      const phone = this.main.locator('a[href^="tel:"]').first();
      if ((await phone.count()) > 0) {
        const title = await this.page.getByRole('heading', { level: 1 }).innerText();
        return { title: plain(title), phone: await phone.innerText() };
      }
    }
    throw new Error('no offer on this page has a telephone number');
  }

  /** Presses Tab until what matches has the focus. */
  async tabTo(selector) {
    for (let i = 0; i < 150; i += 1) {
      await this.page.keyboard.press('Tab');
      if (await this.page.locator(':focus').evaluate((element, wanted) => element.matches(wanted), selector)) return;
    }
    throw new Error(`150 times Tab did not reach ${selector}`);
  }
}
