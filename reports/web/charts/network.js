// SPDX-License-Identifier: Apache-2.0
// Flows on lines: charts beside one another while lines are few or one is chosen, else a row per line,
// coloured by direction and by how full it is.

const fewLines = 4;
const loadSteps = [0.25, 0.5, 0.75, 0.995];
const loadWords = ['up to 25', '25 to 50', '50 to 75', '75 to 99.5'];
const forwardScale = {light: ['#d6e4f1', '#9fc1e0', '#5f96c8', '#2f6aa3', '#0c2f57'], dark: ['#21384f', '#2d557b', '#3f7bb0', '#6ba6d8', '#d6ebfa']};
const backwardScale = {light: ['#fae3cc', '#f3bf8c', '#e2924a', '#b5651f', '#5e2f06'], dark: ['#46301c', '#724a24', '#a76a2f', '#dc9650', '#ffe3c2']};

const zonesOf = (line) => `${zoneTitle(line.from)} → ${zoneTitle(line.to)}`;

function lineSeries(shown, index) {
    const part = shown.view.lines[index];
    return {...run.lines[index], index, flow: valuesOf(shown, part.flow), capacity: valuesOf(shown, part.capacity), reverse: valuesOf(shown, part.reverse)};
}

/** Share of the capacity of its direction that a flow uses. */
function loadOf(line, cell) {
    const limit = line.flow[cell] >= 0 ? line.capacity[cell] : line.reverse[cell];
    return limit > 0 ? Math.abs(line.flow[cell]) / limit : 0;
}

function flowRows(line, cell) {
    const flow = line.flow[cell];
    const direction = flow >= 0 ? zonesOf(line) : zonesOf({from: line.to, to: line.from});
    return [{label: direction, value: powerText(Math.abs(flow))},
            {label: 'Capacity', value: powerText(flow >= 0 ? line.capacity[cell] : line.reverse[cell])},
            {label: 'Used', value: percentText(loadOf(line, cell))}];
}

function lineRowsChart(figure, lines) {
    const shown = page.shown;
    const theme = isDark() ? 'dark' : 'light';
    const colourOf = (line, cell) => {
        if (Math.abs(line.flow[cell]) < 0.05) return null;
        const scale = line.flow[cell] >= 0 ? forwardScale[theme] : backwardScale[theme];
        return scale[loadSteps.filter((step) => loadOf(line, cell) >= step).length];
    };
    const names = lines.map(({name}) => name);
    const pitch = page.isPrinting ? Math.min(15, 640 / lines.length) : 18;
    const left = roomForNames(figure, names) + 10;
    const frame = {left, top: 4, width: figure.width - left - 10, height: pitch * lines.length};
    const entries = (scale, word) => scale[theme].map((colour, k) => ({
        key: `${word} ${k}`, label: k === 0 ? `${word}, ${loadWords[0]}${thinSpace}%` : k < 4 ? `${loadWords[k]}${thinSpace}%` : 'full', colour, look: 'area', fixed: true}));
    const turns = lines.some(({flow}) => flow.some((value) => value < -0.05));
    return {
        height: frame.top + frame.height + 40,
        note: 'Share of capacity used, by direction.',
        legend: [...entries(forwardScale, 'Forward'), ...(turns ? entries(backwardScale, 'Backward') : [])],
        option: optionOf({
            frames: [frame], xAxis: [timeAxis(shown, frame, 0)], yAxis: [rowAxis(0, names, left - 10)],
            series: [rowLines(lines.length, frame), heatSeries(shown, lines.map((line) => line.flow.map((_, cell) => colourOf(line, cell))), frame)],
        }),
        read: heatReader(shown, frame, lines.length, (row, cell) => ({name: lines[row].name, rows: flowRows(lines[row], cell)})),
    };
}

function lineFlowsChart(figure, lines) {
    const shown = page.shown;
    const colours = palette();
    const panels = panelsOf(figure, lines.length, [page.isPrinting ? 110 : 150], lines.flatMap(({capacity, reverse}) => [...capacity, ...reverse]), 'MW');
    const negative = (values) => values.map((value) => -value);
    const series = lines.flatMap((line, axis) => [
        ...stepLine(shown, line.capacity, {axis, colour: colours.faint, width: 1.2, dash: [5, 4]}),
        ...(isNothing(line.reverse) ? [] : stepLine(shown, negative(line.reverse), {axis, colour: colours.faint, width: 1.2, dash: [5, 4]})),
        ...stackSeries(shown, [{values: line.flow, colour: categoryColour(0), look: 'area'}], {axis, stack: 'flow'})]);
    const title = (line) => ({text: line.name, subtext: `${zonesOf(line)} is above zero`});
    return {
        height: panels.height,
        legend: [{key: 'flow', label: 'Flow', colour: categoryColour(0), look: 'area', fixed: true},
                 {key: 'capacity', label: 'Capacity', colour: colours.faint, look: 'dashed', fixed: true}],
        option: optionOf({frames: panels.frames, title: panels.titles(lines.map(title)), xAxis: panels.frames.map((frame, k) => timeAxis(shown, frame, k)),
                          yAxis: panels.frames.map((_, k) => valueAxis(k, {divisor: 1, unit: 'MW'}, {splitNumber: 3})), series}),
        read: timeReader(shown, panels.frames, (cell, panel) => flowRows(lines[panel], cell)),
    };
}

const lineChart = {
    usesTime: true,
    meanNote: (meanOf) => `Mean of each ${meanOf}: what flows to and fro cancels out.`,
    controls: (figure) => run.lines.length <= fewLines ? [] : [
        figure.choice('line', 'Line', [{value: 'all', text: 'All lines'}, ...run.lines.map((line, index) => ({value: index, text: `${line.name}: ${zonesOf(line)}`}))])],
    draw(figure) {
        const choice = figure.choices.line ?? 'all';
        const indexes = choice === 'all' ? run.lines.map((_, index) => index) : [Number(choice)];
        const lines = indexes.map((index) => lineSeries(page.shown, index));
        return lines.length > fewLines ? lineRowsChart(figure, lines) : lineFlowsChart(figure, lines);
    },
};
