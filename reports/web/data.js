// SPDX-License-Identifier: Apache-2.0
// The numbers that reports/page_data.cpp put into the page.
//
// A *view* of the data is time at one resolution; a *stretch* is what charts show at a moment: a view or a
// week or day of it. A series is an array, one number when it is constant, or missing when it is zero.

const run = JSON.parse(document.getElementById('data').textContent);

/**
 * Cells `from` up to `to` of a view. `times` has one entry more than there are cells: the end of the last.
 * `meanOf` is "day" where cells are days and values their means; empty where cells are steps.
 */
function stretch(title, view, from, to) {
    return {title, view, from, to, count: to - from, times: view.t.slice(from, to + 1), meanOf: view.mean,
            isWhole: run.views.length === 1 && from === 0 && to === view.t.length - 1};
}

/** What the reader can choose: all views; of a single one also its weeks or days. */
function stretchesOf(views) {
    const all = views.map((view) => stretch(view.title, view, 0, view.t.length - 1));
    if (all.length !== 1) return all;
    const {view, times} = all[0];
    const days = (times[times.length - 1] - times[0]) / dayMinutes;
    if (days <= 1.5) return all;
    all[0].title = `All of ${spanText(midnightBefore(times[0]), midnightAfter(times[times.length - 1]))}`;
    const length = (days > 10 ? 7 : 1) * dayMinutes;
    for (let at = midnightBefore(times[0]); at < times[times.length - 1]; at += length) {
        const from = times.findIndex((time) => time >= at);
        const after = times.findIndex((time) => time >= at + length);
        const to = after < 0 ? times.length - 1 : after;
        if (to > from) all.push(stretch(spanText(at, at + length), view, from, to));
    }
    return all;
}

/** A series over the cells of a stretch. */
function valuesOf(shown, series) {
    if (Array.isArray(series)) return series.slice(shown.from, shown.to);
    return new Array(shown.count).fill(series ?? 0);
}

/** A series written as [count, value, count, value, ...] over all cells of a view; zero where it is missing. */
function unrolled(view, runs) {
    const values = [];
    for (let at = 0; at < (runs?.length ?? 0); at += 2) for (let count = runs[at]; count > 0; --count) values.push(runs[at + 1]);
    return runs ? values : new Array(view.t.length - 1).fill(0);
}

/** Marks written as [from, to, more, from, to, more, ...], `size` numbers each, cut to a stretch: [[from, to, ...more]]. */
function marksOf(shown, flat, size) {
    const marks = [];
    for (let at = 0; at < (flat?.length ?? 0); at += size) {
        const from = Math.max(flat[at], shown.from), to = Math.min(flat[at + 1], shown.to);
        if (from < to) marks.push([from - shown.from, to - shown.from, ...flat.slice(at + 2, at + size)]);
    }
    return marks;
}

/** The sum of several series over the cells of a stretch. */
const sumOf = (shown, list) => added(shown, list.filter((series) => series !== undefined).map((series) => valuesOf(shown, series)));

/** The sum of values that stand for the same cells. */
function added(shown, lists) {
    const sum = new Array(shown.count).fill(0);
    for (const values of lists)
        for (let cell = 0; cell < sum.length; ++cell) sum[cell] += values[cell];
    return sum;
}

const hoursOf = (shown, cell) => (shown.times[cell + 1] - shown.times[cell]) / 60;
/** Energy of a power [MWh]. */
const energyOf = (shown, values) => values.reduce((sum, value, cell) => sum + value * hoursOf(shown, cell), 0);
const largestOf = (values) => values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
const isNothing = (values) => largestOf(values) < 1e-6;

/** The cell that holds a time, or -1. */
function cellAt(shown, minutes) {
    let low = 0, high = shown.count;
    if (minutes < shown.times[0] || minutes > shown.times[high]) return -1;
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (shown.times[middle] <= minutes) low = middle;
        else high = middle;
    }
    return low;
}

/** "Mon 13 Jan, 06:00–07:00" of a cell. */
const cellText = (shown, cell) => spanText(shown.times[cell], shown.times[cell + 1]);

const zoneTitle = (name) => run.zones.find((zone) => zone.name === name)?.title ?? name;
