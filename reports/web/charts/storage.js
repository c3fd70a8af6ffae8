// SPDX-License-Identifier: Apache-2.0
// Reservoirs and batteries: the level between its limits, and below it the power that leaves and enters.

const mostStores = 12;

function storeSeries(shown, index) {
    const store = run.stores[index], part = shown.view.stores[index];
    const level = valuesOf(shown, part.level);
    // The level before a stretch is that of the cell before it; before all time it is the initial one.
    const before = shown.from === 0 ? (isFirstTime(shown) ? store.initial : null)
                                    : Array.isArray(part.level) ? part.level[shown.from - 1] : part.level ?? 0;
    return {...store, index, level, before, output: valuesOf(shown, part.output), charge: valuesOf(shown, part.charge), bypass: valuesOf(shown, part.bypass)};
}

const firstTime = () => Math.min(...run.views.map((view) => view.t[0]));
const lastTime = () => Math.max(...run.views.map((view) => view.t[view.t.length - 1]));
const isFirstTime = (shown) => shown.times[0] === firstTime();

/** Levels stand at the ends of cells and move evenly within them. */
function levelPoints(shown, store) {
    const points = store.level.map((value, cell) => [milliseconds(shown.times[cell + 1]), value]);
    return store.before === null ? points : [[milliseconds(shown.times[0]), store.before], ...points];
}

const limitsOf = ({max, min}) => [max, ...(min > 0 ? [min] : [])];

function levelSeries(shown, store, axis, limits) {
    const colours = palette();
    const colour = categoryColour(0);
    const limit = (value) => ({...quiet, type: 'line', xAxisIndex: axis, yAxisIndex: axis, lineStyle: {color: colours.faint, width: 1.2, type: [5, 4]},
                               data: [[milliseconds(shown.times[0]), value], [milliseconds(shown.times[shown.count]), value]]});
    const required = store.end !== undefined && shown.times[shown.count] === lastTime();
    return [
        {...quiet, type: 'line', xAxisIndex: axis, yAxisIndex: axis, data: levelPoints(shown, store), lineStyle: {color: colour, width: 2},
         areaStyle: {color: colour, opacity: 0.16, origin: 'start'}},
        ...limits.map(limit),
        ...(required ? [{type: 'scatter', xAxisIndex: axis, yAxisIndex: axis, symbol: 'diamond', symbolSize: 11, silent: true, clip: false, z: 6,
                         itemStyle: {color: colours.page, borderColor: colours.ink, borderWidth: 1.5},
                         data: [[milliseconds(shown.times[shown.count]), store.end]]}] : []),
    ];
}

function powerBands(store) {
    const colour = store.kind === 'battery' ? categoryColour(7) : categoryColour(0);
    return {up: [{label: 'Power given', colour, look: 'area', values: store.output}],
            down: [{label: 'Charging', colour: flowColour('charge'), look: 'area', values: store.charge.map((value) => -value)}]};
}

function storeTitle(store) {
    const first = store.before ?? store.level[0], last = store.level[store.level.length - 1];
    return {text: store.name, subtext: `${quantityText(first, 'MWh')} → ${quantityText(last, 'MWh')}, room for ${quantityText(store.max, 'MWh')}`};
}

function storeRows(store, cell) {
    const {up, down} = powerBands(store);
    return [{label: 'Level at the end', value: quantityText(store.level[cell], 'MWh')},
            {label: 'Share of room', value: percentText(store.level[cell] / store.max)},
            ...[...up, ...down].filter(({values}) => Math.abs(values[cell]) > 1e-6).map(({label, colour, values}) => ({label, colour, value: powerText(Math.abs(values[cell]))})),
            ...(store.bypass[cell] > 1e-6 ? [{label: 'Released past the turbines', value: powerText(store.bypass[cell])}] : [])];
}

const storageChart = {
    usesTime: true,
    meanNote: (meanOf) => `Level at the end of each ${meanOf}; power as its mean.`,
    controls(figure) {
        const stores = [{value: 'all', text: `The ${mostStores} largest`}, ...run.stores.map(({name}, index) => ({value: index, text: name}))];
        const scales = [{value: 'room', text: 'from empty to full'}, {value: 'change', text: 'close to the level'}];
        return [...(run.stores.length > mostStores ? [figure.choice('store', 'Store', stores)] : []), figure.choice('scale', 'Axis', scales)];
    },
    draw(figure) {
        const shown = page.shown;
        const choice = figure.choices.store ?? 'all';
        const isClose = figure.choices.scale === 'change';
        const largest = run.stores.map((_, index) => index).sort((a, b) => run.stores[b].max - run.stores[a].max).slice(0, mostStores).sort((a, b) => a - b);
        const stores = (choice === 'all' ? largest : [Number(choice)]).map((index) => storeSeries(shown, index));
        const heights = page.isPrinting ? [100, 56] : [130, 70];
        const panels = panelsOf(figure, stores.length, heights, [...stores.map(({max}) => max), ...stores.flatMap(({output}) => output)], 'MWh');
        const isLevel = (k) => k % 2 === 0;
        const storeOf = (k) => stores[k >> 1];
        const marker = stores.some(({end}) => end !== undefined) && shown.times[shown.count] === lastTime();
        const colours = palette();
        return {
            height: panels.height,
            legend: [{key: 'level', label: 'Level', colour: categoryColour(0), look: 'line', fixed: true},
                     ...(isClose ? [] : [{key: 'limits', label: 'Limits', colour: colours.faint, look: 'dashed', fixed: true}]),
                     ...(marker ? [{key: 'end', label: '◇ level required at the end', colour: colours.page, look: 'area', fixed: true}] : [])],
            option: optionOf({
                frames: panels.frames, title: panels.titles(stores.map(storeTitle)),
                xAxis: panels.frames.map((frame, k) => timeAxis(shown, frame, k, !isLevel(k))),
                yAxis: panels.frames.map((_, k) => isLevel(k)
                    ? levelAxis(storeOf(k), k, isClose)
                    : valueAxis(k, {divisor: 1, unit: 'MW'}, {splitNumber: 2})),
                series: panels.frames.flatMap((_, k) => isLevel(k) ? levelSeries(shown, storeOf(k), k, isClose ? [] : limitsOf(storeOf(k)))
                    : [...stackSeries(shown, powerBands(storeOf(k)).up, {axis: k, stack: 'up'}), ...stackSeries(shown, powerBands(storeOf(k)).down, {axis: k, stack: 'down'})]),
            }),
            read: timeReader(shown, panels.frames, (cell, k) => storeRows(storeOf(k), cell)),
        };
    },
};

/** From empty to full, or as close to the level as it moves. */
function levelAxis(store, index, isClose) {
    const scale = scaleFor(store.unit ?? 'MWh', store.max);
    const range = isClose ? {scale: true} : {min: 0, max: store.max * 1.04};
    const axis = valueAxis(index, scale, {...range, splitNumber: 3});
    if (!isClose) axis.axisLabel.showMaxLabel = false;  // the end is not a round number
    return axis;
}
