// SPDX-License-Identifier: Apache-2.0
// Headless Chromium, and a page that remembers everything it should not have said or asked for.
import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const require = createRequire(import.meta.url);
const executable = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path && existsSync(path));
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
               '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
               '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'];

/** Why no browser can be started here, or nothing. */
export function missing() {
    if (!executable) return 'Chromium is not installed';
    try {
        require.resolve('playwright-core');
    } catch {
        return 'playwright-core is not installed (./dev setup does it)';
    }
    return '';
}

export function launch() {
    return require('playwright-core').chromium.launch({executablePath: executable, args: quiet});
}

/** Opens a file; `page.complaints` collects console errors and warnings, exceptions, and requests beyond the file. */
export async function open(browser, file, options = {}) {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
    context.setDefaultTimeout(120_000);  // a busy machine may draw no frame for half a minute
    const page = await context.newPage();
    const url = pathToFileURL(file).href;
    page.complaints = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && page.complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => page.complaints.push(`exception: ${error.message}`));
    page.on('request', (request) => {
        const isOwn = request.url().split('#')[0] === url || request.url().startsWith('data:');
        if (!isOwn) page.complaints.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    return page;
}

const plotted = '.plot svg path, .plot svg rect, .plot svg text, .plot svg polyline';

/** Brings every chart into sight and asks by the clock (a busy machine may draw no frame for long) until it is painted. */
export async function seeAll(page) {
    for (const chart of await page.$$('figure.chart')) {
        await chart.evaluate((figure) => figure.scrollIntoView({block: 'center', behavior: 'instant'}));
        const isPainted = ([figure, shapes]) => figure.querySelectorAll(shapes).length > 0;
        await page.waitForFunction(isPainted, [chart, plotted], {polling: 100});
    }
    await page.evaluate(() => window.scrollTo(0, 0));
}

/** Drawn shapes (paths and texts) in every chart, by its name. */
export function marks(page) {
    return page.$$eval('figure.chart', (figures, shapes) => Object.fromEntries(figures.map((figure) =>
        [figure.dataset.chart, figure.querySelectorAll(shapes).length])), plotted);
}
