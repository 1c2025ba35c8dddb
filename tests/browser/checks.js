// The checkers: each looks at the open page and returns findings as text, an empty list when all is well. The negative
// control (control.spec.js) proves that each of them bites.

import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';

/** WCAG 2.2 A, AA, AAA and axe's own best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function accessibility(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.html.slice(0, 200)}`));
}

/** Content wider than the window, with what sticks out. */
export async function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    });
    const names = wide.map((element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`);
    return [`the page is ${document.documentElement.scrollWidth} px wide in ${width} px: ${names.slice(0, 5).join(', ')}`];
  });
}

/** Telephone numbers that run over two lines: nobody can dial them at a glance. */
export async function torn(page) {
  return page.evaluate(() => {
    const lines = (element) => {
      const text = document.createRange();
      text.selectNodeContents(element);
      return new Set([...text.getClientRects()].map((box) => Math.round(box.top))).size;
    };
    return [...document.querySelectorAll('a[href^="tel:"]')]
      .map((link) => link.querySelector('bdi') ?? link)
      .filter((number) => number.checkVisibility() && lines(number) > 1)
      .map((number) => `${number.innerText} is torn`);
  });
}

/** WCAG 1.4.12: what is cut off or covered when a visitor widens lines, letters and words. */
export async function spacing(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
  });
  return overflow(page);
}

const markup = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Repeated names are how several values of one filter are sent.
    'form-dup-name': 'off',
    // Says nothing about validity: maud writes every page on one line.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // The style sheet keeps numbers on one line; no-break spaces would be copied along. `torn` looks at the page.
    'tel-non-breaking': 'off',
    // Lists may have names; only elements that can have none are wrong.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Safari forgets that a list without marks is a list.
    'no-redundant-role': 'off',
    'prefer-native-element': ['error', { exclude: ['list'] }],
  },
});

/** What is wrong with a document as the server sent it. */
export async function validity(html) {
  const report = await markup.validateString(html);
  return report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message} (column ${m.column})`));
}

/** Whether a screenshot shows nothing: a single colour. Looked at in an empty page, which has no content policy. */
export async function blank(page) {
  const picture = (await page.screenshot()).toString('base64');
  const looker = await page.context().newPage();
  const colours = await looker.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    return new Set(pixels).size;
  }, picture);
  await looker.close();
  return colours < 3 ? [`only ${colours} colours`] : [];
}
