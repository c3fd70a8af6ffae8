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

/** A case of tests/cases: "spinning_mill", "captive_estate". */
export function knownCase(name, ...options) {
    run(join(source, 'tests/cases', name), ...options);
    return join(folder, name, 'base');
}

/** First steps with a plant that burns from a yard; a train brings fuel in every hour but two. */
export function yard() {
    const copy = join(folder, 'yard');
    cpSync(join(source, 'inputs/cases/first-steps'), copy, {recursive: true});
    const write = (file, ...lines) => writeFileSync(join(copy, file), lines.join('\n') + '\n');
    const toml = join(copy, 'case.toml');
    writeFileSync(toml, readFileSync(toml, 'utf8').replace(/^name = .*$/m, 'name = "yard"'));
    const plants = readFileSync(join(copy, 'thermal_plant.csv'), 'utf8').trimEnd().split('\n').map((line) => line.split(','));
    const fuel = plants[0].indexOf('fuel'), name = plants[0].indexOf('name');
    const burner = plants.slice(1).find((cells) => cells[fuel]);
    const fuels = readFileSync(join(copy, 'fuel.csv'), 'utf8').trimEnd().split('\n');
    write('fuel.csv', `${fuels[0]},heating_value_gj_per_t`, ...fuels.slice(1).map((line) => `${line},25`));
    write('fuel_stock.csv', 'name,fuel,plants,capacity_t,initial_level_t,end_level_t', `yard,${burner[fuel]},'${burner[name]}',5000,2000,0`);
    write('fuel_route.csv', 'name,to,price_per_t,max_t_per_h', 'trains,yard,80,60');
    const start = readFileSync(toml, 'utf8').match(/^start = "(\d{4}-\d{2}-\d{2})/m)[1];
    write('outage.csv', 'name,plant,from,to', `line cut,trains,${start} 03:00,${start} 05:00`);
    run(copy);
    return join(folder, 'yard/base');
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

/**
 * First steps with a port on two AC lines that an interface limits, foreign trade, a works that runs on cheap power, and
 * a cap on carbon that is broken at its price.
 */
export function markets() {
    const copy = join(folder, 'markets');
    cpSync(join(source, 'inputs/cases/first-steps'), copy, {recursive: true});
    const write = (file, ...lines) => writeFileSync(join(copy, file), lines.join('\n') + '\n');
    const toml = join(copy, 'case.toml');
    writeFileSync(toml, readFileSync(toml, 'utf8').replace(/^name = .*$/m, 'name = "markets"'));
    write('zone.csv', 'name,title', 'town,Town', 'port,Port');
    write('ac_line.csv', 'name,from,to,reactance_pu,capacity_mw,loss_share', 'coast,port,town,0.1,30,0.02', 'hills,port,town,0.2,30,0');
    write('interface.csv', 'name,lines,max_mw,violation_cost_per_mwh', 'to_town,coast hills,20,4');
    write('trade.csv', 'name,zone,import_capacity_mw,import_price_per_mwh,export_capacity_mw,export_price_per_mwh',
          'abroad,port,25,35,0,0', 'islands,port,0,0,5,60');
    write('flexible_demand.csv', 'name,zone,bids_per_mwh', 'works,town,10:45 20:25');
    write('policy.csv', 'name,carbon_cap_t,carbon_excess_cost_per_t,renewable_share', 'climate,1500,2,0.05');
    run(copy);
    return join(folder, 'markets/base');
}

/** A made-up run, without a solver: "week", "year", "quarter-year", "quarter", "works", "works-year", "stopped", "infeasible". */
export function sample(variant) {
    const results = join(folder, `sample-${variant}`);
    execFileSync(process.env.INDUS_SAMPLE, [results, variant], {stdio: 'pipe'});
    return results;
}
