// SPDX-License-Identifier: Apache-2.0
// report.html as its readers meet it: offline, wide and narrow, light and dark, on screen and on paper.
import assert from 'node:assert/strict';
import {statSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {launch, marks, open, seeAll} from './browser.mjs';
import {firstSteps, forget, image, knownCase, markets, oddNames, pakistanDay, sample, script, summaryOf, yard} from './runs.mjs';

let browser;
let day;
const report = (results) => join(results, 'report.html');

before(async () => {
    browser = await launch();
    day = pakistanDay();
});
after(async () => {
    await browser.close();
    forget();
});

async function visit(results, options, look) {
    const page = await open(browser, report(results), options);
    await look(page);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
}

for (const [name, make] of [['first steps', firstSteps], ['a day of Pakistan', () => day], ['a week', () => sample('week')],
                            ['a year', () => sample('year')], ['a year of quarter hours', () => sample('quarter-year')], ['quarter hours', () => sample('quarter')],
                            ['a run stopped early', () => sample('stopped')], ['works', () => sample('works')],
                            ['a year of fifty works', () => sample('works-year')]]) {
    test(`${name}: every chart has marks, nothing is complained of or fetched`, async () => {
        const results = make();
        assert.ok(statSync(report(results)).size < 10e6, 'under 10 MB');
        await visit(results, {}, async (page) => {
            await seeAll(page);
            const drawn = await marks(page);
            assert.ok(Object.keys(drawn).length >= 3, JSON.stringify(drawn));
            for (const [chart, count] of Object.entries(drawn)) assert.ok(count > 5, `${chart} has ${count} marks`);
        });
    });
}

test('a run without a solution says why and draws nothing', async () => {
    await visit(sample('infeasible'), {}, async (page) => {
        assert.match(await page.textContent('main'), /end level 70 GWh on 15 January cannot be reached/);
        assert.equal(await page.locator('figure.chart').count(), 0);
    });
});

test('numbers on the page equal summary.json', async () => {
    const summary = summaryOf(day);
    await visit(day, {}, async (page) => {
        const shown = await page.$$eval('[data-key][data-value]', (cells) => cells.filter((cell) => cell.tagName === 'DD')
            .map((cell) => ({key: cell.dataset.key, value: Number(cell.dataset.value), text: cell.textContent})));
        assert.ok(shown.length >= 8);
        for (const {key, value, text} of shown) {
            const stored = key.split('.').reduce((part, name) => part[name], summary);
            assert.ok(Math.abs(value - stored) <= 1e-9 * Math.max(1, Math.abs(stored)), `${key}: ${value} is not ${stored}`);
            assert.ok(isRounded(text, stored), `${key} reads '${text}', stored is ${stored}`);
        }
    });
});

/** Whether a text like "USD 11.8 million" or "16.0 %" is the number, rounded to its digits in one of the page's units. */
function isRounded(text, number) {
    const digits = text.replace(/[  ]/g, '').match(/-?\d+(\.\d+)?/)[0];
    const step = 10 ** -(digits.split('.')[1]?.length ?? 0);
    return [1, 1e-3, 1e-6, 1e-9, 100].some((unit) => Math.abs(number * unit - Number(digits)) <= 0.5001 * step);
}

/** Rows of a table by the key of each column: numbers as they were written, texts as they are read. */
const rowsOf = (page, id) => page.$eval(`#${id}`, (table) => {
    const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
    const valueOf = (cell) => (cell.classList.contains('number') ? Number(cell.dataset.value ?? NaN) : cell.textContent);
    return [...table.tBodies[0].rows].map((row) => Object.fromEntries([...row.cells].map((cell, at) => [keys[at], valueOf(cell)])));
});

/** Rows of a table hold what is stored, as far as the table shows it. */
function assertSame(rows, stored, id) {
    assert.equal(rows.length, stored.length, id);
    rows.forEach((row, at) => {
        for (const [column, value] of Object.entries(row)) {
            const wanted = stored[at][column];
            if (typeof value === 'number') assert.ok(wanted === null ? Number.isNaN(value) : value === wanted, `${id} ${column}: ${value} is not ${wanted}`);
            else assert.equal(value.toLowerCase(), wanted.toLowerCase(), `${id} ${column}`);
        }
    });
}

test('policies, trade and networks: every table equals summary.json', async () => {
    const results = markets();
    const summary = summaryOf(results);
    await visit(results, {}, async (page) => {
        await seeAll(page);
        for (const [id, key] of [['trades', 'trades'], ['flexible-demands', 'flexible_demands'], ['lines-table', 'lines'],
                                 ['interfaces', 'interfaces']])
            assertSame(await rowsOf(page, id), summary[key], id);
        const limits = await rowsOf(page, 'limits');
        assert.deepEqual(limits.map(({name, rule}) => ({name, rule})), summary.limits.map(({name, rule}) => ({name, rule})));
        const broken = summary.limits.filter((limit) => limit.violation > 1e-6);
        assert.equal(limits.filter((limit) => limit.violation !== '').length, broken.length);
        assert.match(await page.textContent('#limits-section'), new RegExp(`Of ${limits.length} limits, .* and ${broken.length} were broken`));
        assert.match(await page.textContent('#markets'), /were imported and .* exported/);
        assert.ok(broken.length > 0 && summary.trades[0].imported_mwh > 0 && summary.trades[1].exported_mwh > 0);
        assert.ok(summary.flexible_demands[0].served_mwh > 0 && summary.interfaces[0].violation_mwh >= 0);
    });
});

test('tables sort both ways, by mouse and by keyboard', async () => {
    await visit(day, {}, async (page) => {
        const head = page.locator('#plants thead th', {hasText: 'Energy'}).first();
        const column = await head.evaluate((cell) => cell.cellIndex);
        const values = () => page.$$eval('#plants tbody tr', (rows, at) => rows.map((row) => Number(row.cells[at].dataset.value)), column);
        const sorted = (list, sign) => [...list].sort((a, b) => sign * (a - b));
        await head.click();
        assert.equal(await head.getAttribute('aria-sort'), 'descending');
        assert.deepEqual(await values(), sorted(await values(), -1));
        await head.locator('button').focus();
        await page.keyboard.press('Enter');
        assert.equal(await head.getAttribute('aria-sort'), 'ascending');
        assert.deepEqual(await values(), sorted(await values(), 1));
    });
});

test('the plant table filters by words', async () => {
    await visit(day, {}, async (page) => {
        const all = await page.locator('#plants tbody tr').count();
        await page.locator('.filter[data-filters="plants"] input').fill('hub');
        const left = await page.$$eval('#plants tbody tr', (rows) => rows.filter((row) => !row.hidden).map((row) => row.textContent));
        assert.ok(left.length > 0 && left.length < all, `${left.length} of ${all}`);
        for (const text of left) assert.match(text.toLowerCase(), /hub/);
    });
});

test('choosing a zone changes the dispatch chart', async () => {
    await visit(day, {}, async (page) => {
        await seeAll(page);
        const plot = page.locator('figure[data-chart="dispatch"] .plot');
        const whole = await plot.innerHTML();
        await page.locator('figure[data-chart="dispatch"] select').first().selectOption({index: 2});
        assert.notEqual(await plot.innerHTML(), whole);
        assert.match(await plot.getAttribute('aria-label'), /Shown: /);
    });
});

test('a year shows days, and every hour of a week that is chosen', async () => {
    await visit(sample('year'), {}, async (page) => {
        await seeAll(page);
        const dispatch = page.locator('figure[data-chart="dispatch"]');
        const rows = await page.locator('#weeks tbody tr').count();
        assert.ok(rows >= 5, `${rows} weeks`);
        assert.equal(await dispatch.locator('select.time option').count(), 1 + rows);
        assert.equal(await dispatch.locator('.note').textContent(), 'Mean of each day.');
        assert.match(await page.locator('figure[data-chart="storage"] .note').textContent(), /at the end of each day/);
        const plot = dispatch.locator('.plot');
        const days = await plot.innerHTML();
        await dispatch.locator('select.time').selectOption({index: 1});
        assert.notEqual(await plot.innerHTML(), days);
        assert.equal(await dispatch.locator('.note').textContent(), '');
        const chosen = await page.$$eval('select.time', (selects) => selects.map(({value}) => value));
        assert.ok(chosen.length > 3 && chosen.every((value) => value === '1'), chosen.join());
    });
});

/** What is said at a point of a chart, given as shares of its plot. */
async function tipAt(page, chart, x, y) {
    const plot = page.locator(`figure[data-chart="${chart}"] .plot`);
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
    return page.locator(`figure[data-chart="${chart}"] .tip`).textContent();
}

test('a mill: stages, stocks and what they say', async () => {
    await visit(knownCase('spinning_mill'), {}, async (page) => {
        await seeAll(page);
        const drawn = await marks(page);
        assert.ok(drawn.gantt > 5 && drawn.stocks > 10, JSON.stringify(drawn));
        assert.match(await tipAt(page, 'gantt', 0.15, 0.15), /spinning.*06:00–08:00.*Mode.*spin.*10\.0.*t\/h.*5\.00.*MW/);
        assert.match(await tipAt(page, 'gantt', 0.5, 0.15), /spinning.*Off/);
        assert.match(await tipAt(page, 'stocks', 0.08, 0.6), /06:00–07:00.*Level at the end10\.0.*t/);
    });
});

test('a mill: its orders and what it cost equal summary.json', async () => {
    const results = knownCase('spinning_mill');
    const {orders, processes} = summaryOf(results);
    await visit(results, {}, async (page) => {
        assertSame(await rowsOf(page, 'orders'), orders, 'orders');
        const costs = await rowsOf(page, 'process-cost');
        assertSame(costs, processes, 'process-cost');
        assert.equal(costs[0].power_cost_basis, 'zone price');
        assert.ok(orders[0].on_time === 40 && costs[0].heat_cost > 0);
    });
});

test('works: modes, batches, rests, and a lane per process', async () => {
    await visit(sample('works'), {}, async (page) => {
        await seeAll(page);
        const legend = await page.locator('figure[data-chart="gantt"] .legend').textContent();
        for (const words of ['At work', 'Standing by', 'Closed by the calendar', 'Outage', 'Changeover']) assert.ok(legend.includes(words), words);
        const plot = page.locator('figure[data-chart="gantt"] .plot');
        const stages = await plot.innerHTML();
        await page.locator('figure[data-chart="gantt"] select').first().selectOption('folded');
        assert.notEqual(await plot.innerHTML(), stages);
        assert.match(await tipAt(page, 'gantt', 0.25, 0.3), /works 1, Grid.*At work.*Power/);
        assert.match(await tipAt(page, 'fuel-stocks', 0.33, 0.3), /Level at the end.*Lasts.*days.*Closedtrains/);
    });
});

test('an estate: its load over the periods of its tariff', async () => {
    await visit(knownCase('captive_estate'), {}, async (page) => {
        await seeAll(page);
        assert.ok((await marks(page)).tariff > 5);
        assert.match(await page.locator('figure[data-chart="tariff"] .legend').textContent(), /Drawnpeak: 120\.00.PKR\/MWhBilling demand/);
        assert.match(await tipAt(page, 'tariff', 0.5, 0.4), /18:00–19:00.*Drawn20\.0.MW.*Periodpeak.*Price120.*Billing demand20\.0/);
    });
});

test('a yard of coal: its level, what came and when nothing could', async () => {
    await visit(yard(), {}, async (page) => {
        await seeAll(page);
        assert.ok((await marks(page))['fuel-stocks'] > 10);
        assert.match(await page.locator('figure[data-chart="fuel-stocks"] .legend').textContent(), /A way to it closed/);
        assert.match(await tipAt(page, 'fuel-stocks', 0.5, 0.4), /Level at the end.*t.*Share of room/);
    });
});

test('a phone needs no sideways scrolling', async () => {
    const compared = [knownCase('spinning_mill', '--against', 'rigid'), knownCase('captive_estate', '--objective', 'zone:estate')];
    for (const results of [day, ...compared])
        await visit(results, {viewport: {width: 390, height: 844}, hasTouch: true}, async (page) => {
            await seeAll(page);
            const {wide, seen} = await page.evaluate(() => ({wide: document.documentElement.scrollWidth, seen: window.innerWidth}));
            assert.ok(wide <= seen, `${results}: ${wide} px wide in ${seen} px`);
        });
});

test('dark is dark, by the system and by the button', async () => {
    const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await visit(day, {colorScheme: 'dark'}, async (page) => assert.equal(await background(page), 'rgb(20, 23, 27)'));
    await visit(day, {colorScheme: 'light'}, async (page) => {
        assert.equal(await background(page), 'rgb(255, 255, 255)');
        await page.locator('.tools button').click();
        assert.equal(await background(page), 'rgb(20, 23, 27)');
    });
});

test('paper shows every chart and no controls', async () => {
    await visit(day, {}, async (page) => {
        await page.emulateMedia({media: 'print'});
        await page.waitForTimeout(500);
        for (const [chart, count] of Object.entries(await marks(page))) assert.ok(count > 5, `${chart} has ${count} marks`);
        for (const selector of ['.bar', 'figure.chart select'])
            assert.equal(await page.locator(selector).first().isVisible(), false, selector);
        assert.ok((await page.pdf({preferCSSPageSize: true})).length > 50_000);
    });
});

test('names are only names', async () => {
    const results = oddNames();
    await visit(results, {}, async (page) => {
        await seeAll(page);
        const plot = page.locator('figure[data-chart="commitment"] .plot');
        const box = await plot.boundingBox();
        if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        assert.equal(await page.evaluate(() => window.hacked), undefined);
        const text = await page.textContent('main');
        assert.ok(text.includes(script), 'the plant is named');
        assert.ok(text.includes(image), 'the zone is named');
        assert.equal(await page.locator('img').count(), 0);
    });
});

test('without JavaScript the page is complete text', async () => {
    await visit(day, {javaScriptEnabled: false}, async (page) => {
        assert.ok(await page.locator('#plants tbody tr').count() > 100);
        assert.equal(await page.locator('figure.chart').first().isVisible(), false);
        assert.equal(await page.locator('noscript').first().isVisible(), true);
    });
});
