// SPDX-License-Identifier: Apache-2.0
// Entry of the browser tests: says "skipped" (exit code 77) where there is no browser, else runs them all.
import {missing} from './browser.mjs';

const reason = missing();
if (reason) {
    console.log(`skipped: ${reason}`);
    process.exit(77);
}
await import('./report.test.mjs');
