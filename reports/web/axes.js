// SPDX-License-Identifier: Apache-2.0
// Pieces of ECharts options. Every frame (the rectangle between the axes) is placed by hand, in pixels, so that
// frames above one another line up and the pointer can be read without asking the library.

const fontSize = 12;

const textWidth = (() => {
    const context = document.createElement('canvas').getContext('2d');
    return (text, size = fontSize) => {
        context.font = `${size}px ${palette().font}`;
        return context.measureText(text).width;
    };
})();

const textStyle = () => ({color: palette().soft, fontSize, fontFamily: palette().font});

/** An option that draws `parts` {frames, xAxis, yAxis, series, ...}; frames are {left, top, width, height}. */
function optionOf({frames, ...parts}) {
    return {textStyle: textStyle(), grid: frames.map((frame) => ({...frame, outerBoundsMode: 'none'})), ...parts};
}

/** Room to the left of a frame for numbers up to `largest`, shown divided by `divisor`. */
const roomForNumbers = (largest, divisor = 1) => Math.ceil(textWidth(grouped(largest * 1.05 / divisor, largest / divisor < 10 ? 2 : 0))) + 20;

function timeAxis(shown, frame, index, hasLabels = true) {
    const from = shown.times[0], to = shown.times[shown.count];
    const {ticks, labels} = timeTicks(from, to, frame.width);
    const textAt = new Map(labels.map(({at, text}) => [milliseconds(at), text]));
    const colours = palette();
    return {
        type: 'time', gridIndex: index, min: milliseconds(from), max: milliseconds(to),
        axisLine: {show: true, onZero: false, lineStyle: {color: colours.strongRule}},
        axisTick: {show: hasLabels, customValues: ticks.map(milliseconds), lineStyle: {color: colours.strongRule}},
        axisLabel: {show: hasLabels, alignMaxLabel: labels.at(-1)?.at === to ? 'right' : undefined, customValues: labels.map(({at}) => milliseconds(at)), color: colours.soft, fontSize: 11, lineHeight: 14,
                    formatter: (value) => textAt.get(value) ?? ''},
        splitLine: {show: false},
    };
}

/** `scale` is {divisor, unit}: what the numbers beside the axis are shown in. */
function valueAxis(index, scale, more = {}) {
    const colours = palette();
    return {
        type: 'value', gridIndex: index, splitNumber: 4, name: scale.unit, nameLocation: 'end', nameGap: 10,
        nameTextStyle: {color: colours.faint, fontSize: 11, align: 'right', padding: [0, 6, 0, 0]},
        axisLine: {show: false}, axisTick: {show: false},
        axisLabel: {color: colours.soft, fontSize: 11, formatter: (value) => axisNumber(value / scale.divisor)},
        splitLine: {lineStyle: {color: colours.rule}, showMaxLine: more.max === undefined, showMinLine: more.min === undefined || more.min === 0},
        ...more,
    };
}

/** Names of rows, from the top; cut where they are too long. */
function rowAxis(index, names, width, size = 11) {
    const colours = palette();
    return {
        type: 'category', gridIndex: index, data: names, inverse: true,
        axisLine: {show: false}, axisTick: {show: false},
        axisLabel: {color: colours.ink, fontSize: size, interval: 0, width, overflow: 'truncate', ellipsis: '…', margin: 8,
                    formatter: (name) => name},
        splitLine: {show: false},
    };
}

/** Points of a series whose values hold over their cells; the last point ends the last cell. */
function stepPoints(shown, values) {
    const points = values.map((value, cell) => [milliseconds(shown.times[cell]), value]);
    points.push([milliseconds(shown.times[shown.count]), values[values.length - 1]]);
    return points;
}

const quiet = {symbol: 'none', silent: true, emphasis: {disabled: true}, animation: false};

/** A line that holds its value over each cell. `halo` sets it off from what it crosses. */
function stepLine(shown, values, {axis = 0, colour, width = 2, dash = 'solid', halo = false}) {
    const line = {...quiet, type: 'line', step: 'end', xAxisIndex: axis, yAxisIndex: axis, z: 5, data: stepPoints(shown, values),
                  lineStyle: {color: colour, width, type: dash}};
    if (!halo) return [line];
    return [{...line, z: 4, lineStyle: {color: palette().page, width: width + 2.5, opacity: 0.85}}, line];
}

/** Bands {colour, look, values} on one another, each value holding over its cell. */
function stackSeries(shown, bands, {axis = 0, stack}) {
    return bands.filter(({values}) => !isNothing(values)).map(({colour, look, values}) => ({
        ...quiet, type: 'line', step: 'end', stack: `${stack} ${axis}`, stackStrategy: 'all', xAxisIndex: axis, yAxisIndex: axis,
        data: stepPoints(shown, values), lineStyle: {width: 0},
        areaStyle: {opacity: 1, color: look === 'hatched' ? hatched(colour) : colour},
    }));
}

/** Reads a chart over time: the column of a cell, within the frame that the pointer is in. */
function timeReader(shown, frames, rowsAt) {
    return (x, y) => {
        const at = frames.findIndex(({left, top, width, height}) => x >= left && x <= left + width && y >= top - 12 && y <= top + height + 12);
        if (at < 0) return null;
        const {left, top, width, height} = frames[at];
        const from = shown.times[0], span = shown.times[shown.count] - from;
        const cell = cellAt(shown, from + ((x - left) / width) * span);
        if (cell < 0) return null;
        const begin = left + ((shown.times[cell] - from) / span) * width;
        const end = left + ((shown.times[cell + 1] - from) / span) * width;
        const rows = rowsAt(cell, at);
        return rows && {title: cellText(shown, cell), rows, box: {left: begin, top, width: Math.max(1, end - begin), height}};
    };
}

const powerText = (value) => `${grouped(value, fittingDecimals(value))}${hardSpace}MW`;
