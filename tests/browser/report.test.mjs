// The HTML report in a real browser: nothing fails, everybody can read it, nothing of an inventory runs.
//
//   ./bootstrap browser
//
// MARTECH_AUDIT names the program, MARTECH_AUDIT_NODE_MODULES where the tools are.
import assert from 'node:assert/strict';
import {execFile, execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {hostile, hostile_logo, large, retired, wordy} from './inventories.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.MARTECH_AUDIT ?? join(root, 'build/release/bin/martech-audit');
const modules = process.env.MARTECH_AUDIT_NODE_MODULES ?? join(root, 'build/node/node_modules');
const require = createRequire(join(modules, 'x'));
const {chromium} = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core'), 'utf8');
const retailer = join(root, 'examples/retailer/inventory.yaml');
const chromium_path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const folder = mkdtempSync(join(tmpdir(), 'martech-audit-'));
const pages = {};

const write_pages = (name, inventory, input, ...options) => {
  pages[name] = join(folder, `${name}.html`);
  pages[`brief of ${name}`] = join(folder, `${name}-brief.html`);
  const run = spawnSync(program, ['scan', inventory, '--as-of', '2026-11-23', '--exit-zero', '--output', `html=${pages[name]}`,
    '--output', `brief-html=${pages[`brief of ${name}`]}`, '--output', `text=${join(folder, name)}.txt`, ...options],
  {input, encoding: 'utf8'});
  assert.ok(existsSync(pages[name]), run.stderr);
};
const is_brief = (name) => name.startsWith('brief of ');

const logo = join(folder, 'logo.svg');
writeFileSync(logo, hostile_logo);
const before_report = join(folder, 'before.json');
execFileSync(program, ['scan', retailer, '--as-of', '2026-11-22', '--exit-zero', '--disable', 'shelfware', '--output',
  `json=${before_report}`], {stdio: 'ignore'});

write_pages('retailer', retailer, undefined, '--brief-logo', logo, '--brief-title', 'For the board', '--brief-colour', '#0b6e4f',
  '--since', before_report);
write_pages('starter', join(root, 'examples/starter/inventory.yaml'));
write_pages('ten', '-', large(10));
write_pages('large', '-', large(500));
write_pages('wordy', '-', wordy);
write_pages('hostile', '-', hostile, '--brief-logo', logo);
write_pages('unjudged', '-', retired, '--no-built-in-rules', '--rules', join(root, 'examples/custom-pack/agency.yaml'));
{
  const baseline = join(folder, 'baseline.txt');
  execFileSync(program, ['scan', retailer, '--as-of', '2026-11-22', '--exit-zero', '--disable', 'unused-licences',
    '--write-baseline', baseline], {stdio: 'ignore'});
  write_pages('changed', retailer, undefined, '--baseline', baseline);
}

// What stands beside the report.
const write_page = (name, command, inventories, input) => {
  pages[name] = join(folder, `${name.replaceAll(' ', '-')}.html`);
  const run = spawnSync(program, [command, ...inventories, '--as-of', '2026-11-23', '--format', 'html', '--output', pages[name]],
    {input, encoding: 'utf8'});
  assert.ok(existsSync(pages[name]), run.stderr);
};
{
  const changed = join(folder, 'changed.yaml');
  writeFileSync(changed, readFileSync(retailer, 'utf8').replaceAll('active: 58', 'active: 40').replaceAll('owner: mai', 'owner: ingrid'));
  write_page('diff', 'diff', [retailer, changed]);
  write_page('diff of hostile', 'diff', [retailer, '-'], hostile);
  write_page('trace', 'trace', [retailer]);
  write_page('trace of hostile', 'trace', ['-'], hostile);
}

// All pages at once, while the browser looks at them.
const validated = new Promise((resolve) => {
  execFile('java', ['-jar', join(modules, 'vnu-jar/build/dist/vnu.jar'), '--errors-only', '--no-langdetect', ...Object.values(pages)],
    {encoding: 'utf8', maxBuffer: 1 << 28}, (error, stdout, stderr) => resolve({code: error ? error.code : 0, lines: stderr.split('\n')}));
});

let browser;
before(async () => { browser = await chromium.launch({executablePath: chromium_path, args: ['--no-sandbox']}); });
after(async () => {
  await browser.close();
  rmSync(folder, {recursive: true});
});

// Opens a page, gives it to `act`, and fails if anything went wrong in it.
const with_page = async (name, options, act) => {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const troubles = [];
  page.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => troubles.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => { if (request.url() !== `file://${pages[name]}`) troubles.push(`asks for ${request.url()}`); });
  await page.goto(`file://${pages[name]}`);
  await act(page);
  assert.deepEqual(troubles, []);
  await context.close();
};

const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const texts = (page, selector) => page.locator(selector).evaluateAll(
  (elements) => elements.filter((element) => element.checkVisibility()).map((element) => element.textContent.trim()));

for (const name of Object.keys(pages)) {
  describe(`the page of ${name}`, () => {
    for (const colorScheme of ['light', 'dark']) {
      test(`opens without trouble and is accessible when ${colorScheme}`, async () => {
        await with_page(name, {colorScheme}, async (page) => {
          await page.evaluate(() => { for (const group of document.querySelectorAll('details')) group.open = true; });
          await page.evaluate(axe);
          if (is_brief(name) && colorScheme === 'dark') assert.equal(await ground(page), 'rgb(255, 255, 255)');
          const {violations} = await page.evaluate(() => axe.run());
          const serious = violations.filter(({impact}) => impact === 'serious' || impact === 'critical');
          assert.deepEqual(serious.map(({id, nodes}) => `${id}: ${nodes[0].html}`), []);
        });
      });
    }

    test('is valid HTML', async () => {
      const {lines} = await validated;
      assert.deepEqual(lines.filter((line) => line.includes(pages[name])), []);
    });

    test('fits a phone', async () => {
      await with_page(name, {viewport: {width: 390, height: 800}}, async (page) => {
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
      });
    });

    test('has no picture in which texts lie over each other or are cut', async () => {
      await with_page(name, {}, async (page) => {
        const faults = await page.evaluate(() => {
          const faults = [];
          for (const picture of document.querySelectorAll('svg.radar, svg.calendar, svg.map')) {
            const frame = picture.getBoundingClientRect();
            const boxes = [...picture.querySelectorAll('text')].filter((text) => text.textContent !== '')
              .map((text) => [text.textContent, text.getBoundingClientRect()]);
            boxes.forEach(([text, box], i) => {
              if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
                faults.push(`${text} is cut`);
              for (const [other, its] of boxes.slice(i + 1)) {
                const wide = Math.min(box.right, its.right) - Math.max(box.left, its.left);
                const tall = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
                if (wide > 1 && tall > 4) faults.push(`${text} lies over ${other}`);
              }
            });
          }
          return faults;
        });
        assert.deepEqual(faults, []);
      });
    });

    test('marks in the months of a contract its last day for notice and its renewal', async () => {
      await with_page(name, {}, async (page) => {
        const wrong = await page.evaluate(() => [...document.querySelectorAll('.months')].filter((months) => {
          const box = (selector) => months.querySelector(selector)?.getBoundingClientRect();
          const window = box('.window'), marks = [['#notice-mark', 'left'], ['#renewal-mark', 'right']];
          return marks.some(([mark, side]) => {
            const its = box(`use[href="${mark}"]`);
            return window && its && Math.abs((its.left + its.right) / 2 - window[side]) > 7;
          });
        }).map((months) => months.closest('tr').textContent));
        assert.deepEqual(wrong, []);
      });
    });

    if (is_brief(name)) {
      for (const format of ['A4', 'Letter']) {
        test(`is one page of ${format} on paper, with nothing cut`, async () => {
          await with_page(name, {}, async (page) => {
            const pdf = join(folder, 'brief.pdf');
            await page.pdf({path: pdf, format, margin: {top: '11mm', bottom: '10mm', left: '15mm', right: '15mm'}});
            assert.match(execFileSync('pdfinfo', [pdf], {encoding: 'utf8'}), /^Pages:\s+1$/m);
            const letters = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
            const printed = letters(execFileSync('pdftotext', ['-raw', pdf, '-'], {encoding: 'utf8'}));
            for (const title of await page.locator('h2, thead th').allTextContents()) assert.ok(printed.includes(letters(title)), title);
          });
        });
      }
      test('is one page of A4 as its style asks for', async () => {
        await with_page(name, {}, async (page) => {
          const pdf = join(folder, 'brief.pdf');
          await page.pdf({path: pdf, preferCSSPageSize: true});
          assert.match(execFileSync('pdfinfo', [pdf], {encoding: 'utf8'}), /^Pages:\s+1\nEncrypted:.*\nPage size:\s+59\d.* \(A4\)/m);
        });
      });
      return;
    }

    test('says the same without scripts, and offers nothing that does nothing', async () => {
      let with_scripts, without;
      const main_text = (page) => page.locator('main').evaluate((main) => {
        for (const control of main.querySelectorAll('.controls')) control.remove();
        return main.textContent.replace(/\s+/g, ' ');
      });
      await with_page(name, {}, async (page) => { with_scripts = await main_text(page); });
      await with_page(name, {javaScriptEnabled: false}, async (page) => {
        assert.equal(await page.locator('button, input, select').count(), 0);
        without = (await page.locator('main').textContent()).replace(/\s+/g, ' ');
      });
      assert.equal(with_scripts, without);
    });

    for (const javaScriptEnabled of [true, false]) {
      test(`prints everything to PDF with scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
        await with_page(name, {javaScriptEnabled}, async (page) => {
          const pdf = join(folder, `${name}.pdf`);
          await page.pdf({path: pdf, format: 'A4'});
          const words = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
          const printed = words(execFileSync('pdftotext', ['-raw', pdf, '-'], {encoding: 'utf8', maxBuffer: 1 << 28}));
          const messages = await page.locator('.findings > li > p:first-child > bdi').allTextContents();
          const lost = messages.filter((message) => /^[ -~]+$/.test(message) && !printed.includes(words(message)));
          // A page break may stand within a message.
          assert.ok(lost.length <= messages.length / 50, lost.slice(0, 3).join('\n'));
        });
      });
    }
  });
}

test('all pages were validated', async () => {
  const {code, lines} = await validated;
  assert.deepEqual(lines, ['']);
  assert.equal(code, 0);
});

describe('scripts', () => {
  test('sort a table by any column, with mouse and keyboard', async () => {
    await with_page('retailer', {}, async (page) => {
      const rows = '#tools ~ .scroll tbody tr';
      const cost = page.getByRole('region', {name: 'Table of tools'}).getByRole('button', {name: 'Annual cost'});
      const header = page.locator('#tools ~ .scroll th', {hasText: 'Annual cost'});
      assert.equal((await texts(page, `${rows} > th`))[0], 'Adobe Analytics');
      await cost.click();
      assert.equal(await header.getAttribute('aria-sort'), 'descending');
      assert.deepEqual((await texts(page, `${rows} > :nth-child(4)`)).slice(0, 3), ['EUR 180,000', 'EUR 121,440', 'EUR 90,160']);
      await cost.press('Enter');
      assert.equal(await header.getAttribute('aria-sort'), 'ascending');
      assert.deepEqual((await texts(page, `${rows} > :nth-child(4)`)).slice(0, 2), ['–', 'EUR 0']);
      await page.getByRole('region', {name: 'Table of tools'}).getByRole('button', {name: 'Owner'}).click();
      assert.equal(await header.getAttribute('aria-sort'), null);
      assert.deepEqual((await texts(page, `${rows} > :nth-child(3)`)).slice(0, 2), ['', 'Analytics engineer']);
    });
  });

  test('filter tools by words, accents or not, and by trouble', async () => {
    await with_page('retailer', {}, async (page) => {
      const shown = () => texts(page, '#tools ~ .scroll tbody tr > th');
      await page.getByLabel('Find tools').fill('sálesFORCE crm');
      assert.deepEqual(await shown(), ['Salesforce Sales Cloud']);
      await page.getByLabel('Find tools').fill('');
      assert.equal((await shown()).length, 31);
      await page.locator('.controls').first().getByLabel('Show').selectOption({label: 'at risk'});
      const troubled = await shown();
      assert.ok(troubled.length > 2 && troubled.length <= 31 / 3 && troubled.every((name) => name.endsWith('at risk')));
      assert.equal(await page.locator('.controls output').first().textContent(), `${troubled.length} shown`);
    });
  });

  test('filter findings and hide what holds none', async () => {
    await with_page('retailer', {}, async (page) => {
      await page.getByLabel('Find findings').fill('unused-licences tableau');
      assert.deepEqual(await texts(page, '.findings > li > p:first-child > bdi'), ['Tableau Cloud: 29 of 60 seats in use (48%), counted by activity']);
      assert.equal((await texts(page, '#findings ~ div > details > summary')).length, 1);
      await page.getByLabel('Find findings').fill('');
      await page.locator('.controls').nth(1).getByLabel('Show').selectOption({label: 'critical'});
      assert.deepEqual([...new Set(await texts(page, '#findings ~ div > details > summary b'))], ['critical']);
      await page.locator('.controls').nth(1).getByLabel('Show').selectOption({label: 'all'});
      await page.getByRole('button', {name: 'Close all'}).click();
      assert.deepEqual(await texts(page, '#findings ~ div .findings > li > p:first-child'), []);
      await page.getByRole('button', {name: 'Open all'}).click();
      assert.ok((await texts(page, '#findings ~ div .findings > li > p:first-child')).length > 100);
    });
  });

  test('open the group of a finding that a link leads to', async () => {
    await with_page('retailer', {}, async (page) => {
      const link = page.locator('#decisions ~ ol a').last();
      const target = page.locator(await link.getAttribute('href'));
      assert.equal(await target.isVisible(), false);
      await link.click();
      await target.waitFor({state: 'visible'});
    });
  });

  test('light up what a tool is connected with', async () => {
    await with_page('retailer', {}, async (page) => {
      const map = page.locator('svg.map').first();
      await map.locator('g', {hasText: 'Shopify Plus'}).locator('circle').hover();
      assert.equal(await map.evaluate((picture) => picture.classList.contains('dimmed')), true);
      const lit = await texts(page, 'svg.map.dimmed g.lit > text');
      assert.ok(lit.includes('Shopify Plus') && lit.includes('Segment') && !lit.includes('Tableau Cloud'), lit.join());
      await page.mouse.move(0, 0);
      assert.equal(await map.evaluate((picture) => picture.classList.contains('dimmed')), false);
    });
  });

  test('mark the column under the pointer', async () => {
    await with_page('retailer', {}, async (page) => {
      await page.locator('#teams ~ .scroll tbody td').first().hover();
      assert.ok(await page.locator('#teams ~ .scroll td.lit').count() > 10);
    });
  });
});

for (const name of ['hostile', 'diff of hostile', 'trace of hostile']) test(`nothing of a hostile inventory runs, leads out or turns other text around on the page of ${name}`, async () => {
  for (const javaScriptEnabled of [true, false]) {
    await with_page(name, {javaScriptEnabled}, async (page) => {
      if (javaScriptEnabled) assert.equal(await page.evaluate(() => window.attacked), undefined);
      assert.equal(await page.locator('img, iframe, object, embed, form, base, link').count(), 0);
      assert.equal(await page.locator('script').count(), 1);
      const links = await page.locator('[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      assert.deepEqual(links.filter((href) => !/^#[a-z0-9-]+$/.test(href)), []);
      const handlers = await page.locator('*').evaluateAll(
        (all) => all.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style')));
      assert.deepEqual(handlers, []);
      const text = await page.locator('body').textContent();
      assert.ok(text.includes('<script>window.attacked = true</script>'));
      if (name === 'hostile') assert.ok(text.includes('{{{style}}}'));
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(text, /[\u0000\u001B\u202A-\u202E\u2066-\u2069]/);
    });
  }
});

test('nothing of a hostile inventory or logo runs on a brief, and its links lead to the full report alone', async () => {
  await with_page('brief of hostile', {}, async (page) => {
    assert.equal(await page.evaluate(() => window.attacked), undefined);
    assert.equal(await page.locator('script, iframe, object, embed, form, base, link').count(), 0);
    assert.ok(await page.locator('img.logo').evaluate((image) => image.complete && image.naturalWidth > 0));
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.ok(links.length > 5);
    assert.deepEqual(links.filter((href) => !/^hostile\.html#[a-z0-9-]+$/.test(href)), []);
  });
});

test('every figure of a brief leads to a place of the full report', async () => {
  for (const name of ['retailer', 'starter', 'large', 'unjudged']) {
    let places;
    await with_page(name, {}, async (page) => { places = await page.locator('[id]').evaluateAll((all) => all.map(({id}) => id)); });
    await with_page(`brief of ${name}`, {}, async (page) => {
      const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href').split('#')[1]));
      assert.deepEqual(links.filter((id) => !places.includes(id)), []);
    });
  }
});

test('what a baseline does not know is named and leads to its finding', async () => {
  await with_page('changed', {}, async (page) => {
    const changes = page.locator('#changes ~ ul li a');
    assert.ok(await changes.count() > 3);
    for (const href of await changes.evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
      assert.equal(await page.locator(`[id="${href.slice(1)}"]`).count(), 1, href);
  });
});

test('a trace is a list of lists for each objective, and each is named', async () => {
  await with_page('trace', {}, async (page) => {
    const objectives = await page.locator('section:has(ul.tree)').count();
    assert.equal(objectives, 5);
    assert.equal(await page.getByRole('list', {name: 'What carries the objective'}).count(), objectives);
    assert.equal(await page.locator('nav li').count(), objectives);
    const tools = page.locator('section', {hasText: 'repeat-purchase'}).locator('ul.tree > li', {hasText: /^Tools/}).locator('li');
    assert.ok((await tools.allTextContents()).includes('Braze: EUR 121,440 a year'));
  });
});

test('a report of 500 tools stays below 2 MB', () => {
  assert.ok(statSync(pages.large).size < 2_000_000, `${statSync(pages.large).size} bytes`);
});
