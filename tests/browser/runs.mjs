// SPDX-License-Identifier: Apache-2.0
// The results that the tests look at, made anew in a folder of their own by the programs under test.
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const source = process.env.INDUS_SOURCE_DIR;
const folder = mkdtempSync(join(tmpdir(), 'indus-browser-'));

export const forget = () => rmSync(folder, {recursive: true, force: true});
export const summaryOf = (results) => JSON.parse(readFileSync(join(results, 'summary.json'), 'utf8'));

/** Runs a case; exit code 4 (outside the gap) is a result too. */
function run(path, ...options) {
    try {
        execFileSync(process.env.INDUS_PROGRAM, ['run', path, '-q', '-o', folder, ...options], {stdio: 'pipe'});
    } catch (ended) {
        if (ended.status !== 4) throw ended;
    }
}

export function firstSteps() {
    run(join(source, 'inputs/cases/first-steps'));
    return join(folder, 'first-steps/base');
}

/** A day of the shipped country: every kind of chart, a hundred units. */
export function pakistanDay() {
    run(join(source, 'inputs/cases/pakistan'), '--hours', '24', '--gap', '5%');
    return join(folder, 'pakistan/base');
}

export const script = '<script>window.hacked=1</script>';
export const image = `"a" & 'b' <img src=x onerror=window.hacked=1>`;

/** First steps with a plant that is called like a script and a zone titled like an image. */
export function oddNames() {
    const copy = join(folder, 'odd');
    cpSync(join(source, 'inputs/cases/first-steps'), copy, {recursive: true});
    const edit = (file, change) => writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')));
    edit('case.toml', (text) => text.replace(/^name = .*$/m, 'name = "odd"'));
    edit('thermal_plant.csv', (text) => {
        const [head, first, ...rest] = text.split('\n');
        return [head, [script, ...first.split(',').slice(1)].join(','), ...rest].join('\n');
    });
    edit('zone.csv', (text) => {
        const [head, first, ...rest] = text.trimEnd().split('\n');
        const columns = head.split(',');
        const cells = first.split(',');
        if (!columns.includes('title')) columns.push('title');
        cells[columns.indexOf('title')] = `"${image.replaceAll('"', '""')}"`;
        return [columns.join(','), cells.join(','), ...rest, ''].join('\n');
    });
    run(copy);
    return join(folder, 'odd/base');
}

/** A made-up run, without a solver: "week", "year", "quarter", "stopped", "infeasible". */
export function sample(variant) {
    const results = join(folder, `sample-${variant}`);
    execFileSync(process.env.INDUS_SAMPLE, [results, variant], {stdio: 'pipe'});
    return results;
}
