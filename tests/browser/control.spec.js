// The negative control: pages with known faults. A checker that finds nothing here finds nothing anywhere.

import { accessibility, blank, overflow, spacing, torn, validity } from './checks.js';
import { Watch, expect } from './kit.js';
import { test } from '@playwright/test';

const FAULTY = `<!DOCTYPE html><html><head><title></title></head><body>
  <img src="x.png"><p style="color:#bbb">pale</p><input name="q"><a href="#"></a>
  <div style="width:2000px">wide</div>
  <p style="white-space:nowrap;width:300px">nowrap</p>
  <button style="width:10px;height:10px;padding:0">x</button><button style="width:10px;height:10px;padding:0">y</button></body></html>`;

test('the accessibility checker finds missing names, language, pale text and tiny buttons', async ({ page }) => {
  await page.setContent(FAULTY);
  const findings = (await accessibility(page)).join('\n');
  for (const rule of ['html-has-lang', 'image-alt', 'label', 'color-contrast', 'target-size']) expect(findings).toContain(`${rule}:`);
});

test('the overflow checker finds what is wider than the window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.setContent(FAULTY);
  expect(await overflow(page)).not.toEqual([]);
});

test('the spacing checker finds a line that fits only with narrow letters', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.setContent('<p style="white-space:nowrap;font:16px monospace;margin:0">A line of 27 narrow letters</p>');
  expect(await overflow(page)).toEqual([]);
  expect(await spacing(page)).not.toEqual([]);
});

test('the number checker finds a telephone number on two lines', async ({ page }) => {
  await page.setContent('<p style="width:50px">call <a href="tel:+49">0800 111 0 111</a></p>');
  expect(await torn(page)).not.toEqual([]);
});

test('the document checker finds a missing language and an inline style', async () => {
  const findings = (await validity(FAULTY)).join('\n');
  expect(findings).toContain('element-required-attributes');
  expect(findings).toContain('no-inline-style');
});

test('the blank checker finds an empty page', async ({ page }) => {
  await page.setContent('');
  expect(await blank(page)).not.toEqual([]);
});

test('the watch sees foreign requests, console errors, cookies and storage', async ({ page, context, baseURL }) => {
  const watch = new Watch(context, baseURL);
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>x' }));
  await page.goto('/');
  await page.evaluate(() => {
    document.cookie = 'a=b';
    localStorage.setItem('a', 'b');
    console.error('seen');
    return fetch('http://127.0.0.1:9/').catch(() => {});
  });
  const findings = (await watch.all()).join('\n');
  for (const word of ['foreign request', 'console: seen', 'cookie: a', 'storage:']) expect(findings).toContain(word);
});

test('the watch sees what the content policy of the site refuses', async ({ page, context, baseURL }) => {
  const watch = new Watch(context, baseURL);
  await page.goto('/');
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await expect.poll(async () => (await watch.all()).join('\n')).toContain('style');
});
