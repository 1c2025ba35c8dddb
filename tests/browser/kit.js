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
      return match[1].replaceAll('&amp;', '&');
    };
    const partner = first(/href="(\/stelle\/[^"?#]+)/);
    const offer = first(/href="(\/angebot\/[^"?#]+)/);
    const codes = [...new Set([...text.matchAll(/[?&;]m=([0-9A-Z]{6})/g)].map((match) => match[1]))];
    if (codes.length < 2) throw new Error('/suche offers fewer than two entries to remember');
    const remembered = `m=${codes.slice(0, 2).join('.')}`;
    return {
      home: '/',
      'counselling home': '/beratung',
      concerns: '/anliegen',
      results: `/suche?${remembered}`,
      'results with a word and a filter': '/suche?q=hilfe&kosten=kostenfrei',
      'all filters': '/suche?filter=alle',
      'no results': '/suche?q=xqzxqzxqz',
      partner,
      offer,
      'remembered list': `/merkliste?${remembered}`,
      'empty remembered list': '/merkliste',
      sheet: `/blatt?${remembered}`,
      crisis: '/krise',
      'legal page': '/seite/barrierefreiheit',
      'page not found': '/gibt-es-nicht',
    };
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
    const headline = await this.main.getByRole('heading', { name: /\d+\s+Angebot|Kein/ }).first().innerText();
    const number = headline.replace(/\u00ad/g, '').match(/([\d.]+)\s+Angebot/);
    return number ? Number(number[1].replace('.', '')) : 0;
  }
}
