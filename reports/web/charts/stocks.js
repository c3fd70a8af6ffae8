// SPDX-License-Identifier: Apache-2.0
// Levels of stocks between their limits. Of fuel in a yard also what came, went on and was burnt, and the times in which
// nothing could come.

/** A stock as storage.js draws stores, from its levels as runs or as a series. */
function stockSeries(shown, stock, levels) {
    const first = shown.from === 0 ? (isFirstTime(shown) ? stock.initial : null) : levels[shown.from - 1];
    return {...stock, level: levels.slice(shown.from, shown.to), before: first};
}

const amountText = (value, unit) => `${grouped(value, fittingDecimals(value))}${hardSpace}${unit}`;

function stockTitle(stock, more) {
    const first = stock.before ?? stock.level[0], last = stock.level[stock.level.length - 1];
    return {text: stock.name, subtext: `${amountText(first, stock.unit)} → ${amountText(last, stock.unit)}, ${more}`};
}

const levelRows = (stock, cell) => [{label: 'Level at the end', value: amountText(stock.level[cell], stock.unit)},
                                    {label: 'Share of room', value: percentText(stock.max > 0 ? stock.level[cell] / stock.max : 0)}];

/** From empty up to the room there is, or to the highest level that is shown. */
function stockAxis(stock, index, isClose) {
    const highest = Math.max(...stock.level, stock.before ?? 0, stock.min, stock.end ?? 0);
    return levelAxis({...stock, max: isClose && highest > 0 ? highest * 1.06 : stock.max}, index, false);
}

/** Limits that lie within the axis. */
const shownLimits = (stock, isClose) => isClose ? limitsOf(stock).slice(1) : limitsOf(stock);

/** Where stocks use little of their room, their levels are shown closely at first. */
function axisChoice(figure, stocks) {
    const options = [{value: 'room', text: 'from empty to full'}, {value: 'level', text: 'up to the highest level'}];
    const areLow = stocks.length > 0 && stocks.every(({level, max}) => Math.max(...level) < 0.3 * max);
    return figure.choice('scale', 'Axis', areLow ? options.reverse() : options);
}

const levelLegend = (stocks, shown, isClose) => {
    const colours = palette();
    const marker = stocks.some(({end}) => end !== undefined) && shown.times[shown.count] === lastTime();
    return [{key: 'level', label: 'Level', colour: categoryColour(0), look: 'line', fixed: true},
            ...(stocks.some((stock) => shownLimits(stock, isClose).length > 0)
                ? [{key: 'limits', label: 'Limits', colour: colours.faint, look: 'dashed', fixed: true}] : []),
            ...(marker ? [{key: 'end', label: '◇ level required at the end', colour: colours.page, look: 'area', fixed: true}] : [])];
};

/** All stocks over the first view, to choose an axis by. */
function wholeStocks() {
    const [view] = run.views;
    return run.stocks.map((stock, index) => ({...stock, level: unrolled(view, view.stocks[index].level)}));
}

const stockChart = {
    usesTime: true,
    meanNote: (meanOf) => `Level at the end of each ${meanOf}.`,
    controls(figure) {
        const processes = [...new Set(run.stocks.map(({process}) => process))];
        const options = processes.map((index) => ({value: index, text: run.processes[index].name}));
        return [...(run.stocks.length > mostStores ? [figure.choice('process', 'Process', options)] : []), axisChoice(figure, wholeStocks())];
    },
    draw(figure) {
        const shown = page.shown;
        const isClose = figure.choices.scale === 'level';
        const stocks = run.stocks.flatMap((stock, index) => figure.choices.process !== undefined && stock.process !== Number(figure.choices.process) ? []
            : [stockSeries(shown, stock, unrolled(shown.view, shown.view.stocks[index].level))]);
        const panels = panelsOf(figure, stocks.length, [page.isPrinting ? 80 : 110], stocks.map(({max}) => max), 't');
        const title = (stock) => stockTitle(stock, `room for ${amountText(stock.max, stock.unit)}${run.processes.length > 1 ? ` · ${run.processes[stock.process].name}` : ''}`);
        return {
            height: panels.height,
            legend: levelLegend(stocks, shown, isClose),
            option: optionOf({
                frames: panels.frames, title: panels.titles(stocks.map(title)),
                xAxis: panels.frames.map((frame, k) => timeAxis(shown, frame, k)),
                yAxis: panels.frames.map((_, k) => stockAxis(stocks[k], k, isClose)),
                series: panels.frames.flatMap((_, k) => levelSeries(shown, stocks[k], k, shownLimits(stocks[k], isClose))),
            }),
            read: timeReader(shown, panels.frames, (cell, k) => levelRows(stocks[k], cell)),
        };
    },
};

function fuelStockSeries(shown, index) {
    const stock = {...run.fuel_stocks[index], unit: 't'}, part = shown.view.fuel_stocks[index];
    const all = {...shown, from: 0, to: shown.view.t.length - 1, count: shown.view.t.length - 1};
    const flow = (name) => unrolled(shown.view, part[name]).slice(shown.from, shown.to);
    return {...stockSeries(shown, stock, valuesOf(all, part.level)), brought: flow('brought'), sent: flow('sent'), burnt: flow('burnt'),
            cuts: marksOf(shown, part.cuts, 3).map(([from, to, route]) => ({from, to, route: stock.routes[route]}))};
}

function fuelBands(stock) {
    const negative = (values) => values.map((value) => -value);
    return {up: [{label: 'Brought', colour: categoryColour(2), look: 'area', values: stock.brought}],
            down: [{label: 'Burnt', colour: categoryColour(6), look: 'area', values: negative(stock.burnt)},
                   {label: 'Sent on', colour: flowColour('toZones'), look: 'area', values: negative(stock.sent)}]};
}

/** For how many days a level would last at the fullest use of a day. */
const daysText = (stock, level) => `${grouped(level / stock.day, 1)}${hardSpace}days`;

function fuelTitle(stock) {
    const lowest = Math.min(...stock.level);
    return stockTitle(stock, `lowest ${amountText(lowest, 't')}${stock.day ? ` (${daysText(stock, lowest)})` : ''}`);
}

function fuelRows(stock, cell) {
    const {up, down} = fuelBands(stock);
    const flows = [...up, ...down].filter(({values}) => Math.abs(values[cell]) > 1e-6)
        .map(({label, colour, values}) => ({label, colour, value: amountText(Math.abs(values[cell]), 't/h')}));
    const closed = [...new Set(stock.cuts.filter(({from, to}) => from <= cell && cell < to).map(({route}) => route))];
    return [...levelRows(stock, cell), ...(stock.day ? [{label: 'Lasts', value: daysText(stock, stock.level[cell])}] : []), ...flows,
            ...closed.map((route) => ({label: 'Closed', value: route}))];
}

/** A tint over the frame, and stripes along its top. */
function cutRects(stock, frame) {
    const colour = palette().unserved;
    return stock.cuts.flatMap(({from, to}) => [{from, to, top: frame.top, height: frame.height, fill: colour, opacity: 0.07},
                                               {from, to, top: frame.top, height: 7, fill: hatched(colour), opacity: 0.8}]);
}

const fuelStockChart = {
    usesTime: true,
    meanNote: (meanOf) => `Level at the end of each ${meanOf}; flows as its mean.`,
    controls(figure) {
        const stocks = [{value: 'all', text: `The first ${mostStores}`}, ...run.fuel_stocks.map(({name}, index) => ({value: index, text: name}))];
        const yards = run.fuel_stocks.map((_, index) => fuelStockSeries(page.stretches[0], index)).filter(({burnt}) => !isNothing(burnt));
        return [...(run.fuel_stocks.length > mostStores ? [figure.choice('stock', 'Stock', stocks)] : []), axisChoice(figure, yards)];
    },
    draw(figure) {
        const shown = page.shown;
        const choice = figure.choices.stock ?? 'all';
        const isClose = figure.choices.scale === 'level';
        const stocks = run.fuel_stocks.map((_, index) => index).filter((index) => choice === 'all' ? index < mostStores : index === Number(choice))
            .map((index) => fuelStockSeries(shown, index));
        const heights = page.isPrinting ? [100, 56] : [130, 70];
        const panels = panelsOf(figure, stocks.length, heights, stocks.flatMap(({max, brought, burnt, sent}) => [max, ...brought, ...burnt, ...sent]), 't');
        const isLevel = (k) => k % 2 === 0;
        const stockOf = (k) => stocks[k >> 1];
        const bands = stocks.map(fuelBands);
        const used = [...(bands[0]?.up ?? []), ...(bands[0]?.down ?? [])].filter(({label}) =>
            bands.some(({up, down}) => [...up, ...down].some((band) => band.label === label && !isNothing(band.values))));
        const hasCuts = stocks.some(({cuts}) => cuts.length > 0);
        return {
            height: panels.height,
            legend: [...levelLegend(stocks, shown, isClose), ...used.map(({label, colour, look}) => ({key: label, label, colour, look, fixed: true})),
                     ...(hasCuts ? [{key: 'cut', label: 'A way to it closed', colour: palette().unserved, look: 'hatched', fixed: true}] : [])],
            option: optionOf({
                frames: panels.frames, title: panels.titles(stocks.map(fuelTitle)),
                xAxis: panels.frames.map((frame, k) => timeAxis(shown, frame, k, !isLevel(k))),
                yAxis: panels.frames.map((_, k) => isLevel(k) ? stockAxis(stockOf(k), k, isClose) : valueAxis(k, {divisor: 1, unit: 't/h'}, {splitNumber: 2})),
                series: panels.frames.flatMap((frame, k) => isLevel(k)
                    ? [rectSeries(shown, cutRects(stockOf(k), frame), frame, {axis: k, z: 1}), ...levelSeries(shown, stockOf(k), k, shownLimits(stockOf(k), isClose))]
                    : [...stackSeries(shown, fuelBands(stockOf(k)).up, {axis: k, stack: 'up'}), ...stackSeries(shown, fuelBands(stockOf(k)).down, {axis: k, stack: 'down'})]),
            }),
            read: timeReader(shown, panels.frames, (cell, k) => fuelRows(stockOf(k), cell)),
        };
    },
};
