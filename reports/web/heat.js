// SPDX-License-Identifier: Apache-2.0
// Rows over time, one colour per cell. Neighbours of one colour become one rectangle, so that a hundred
// units over a week stay a few thousand marks.

/** Runs of equal colour: [row, first cell, cell after the last, index of the colour]. */
function runsOf(rows, colours) {
    const indexOf = new Map();
    const runs = [];
    rows.forEach((cells, row) => {
        for (let from = 0, to; from < cells.length; from = to) {
            for (to = from + 1; to < cells.length && cells[to] === cells[from];) ++to;
            if (!cells[from]) continue;
            if (!indexOf.has(cells[from])) indexOf.set(cells[from], colours.push(cells[from]) - 1);
            runs.push([row, from, to, indexOf.get(cells[from])]);
        }
    });
    return runs;
}

/** `rows` are arrays of colours (null: nothing), from the top of the frame. */
function heatSeries(shown, rows, frame, axis = 0) {
    const colours = [];
    const runs = runsOf(rows, colours);
    const from = shown.times[0], span = shown.times[shown.count] - from;
    const xOf = (cell) => frame.left + ((shown.times[cell] - from) / span) * frame.width;
    const pitch = frame.height / rows.length;
    const gap = Math.min(2, pitch * 0.18);
    return {
        ...quiet, type: 'custom', xAxisIndex: axis, yAxisIndex: axis, progressive: 0, encode: {x: [], y: 0}, data: runs, clip: false,
        renderItem: (params, api) => {
            const [row, first, after, colour] = [0, 1, 2, 3].map((at) => api.value(at));
            const x = xOf(first);
            return {type: 'rect', silent: true, style: {fill: colours[colour]},
                    shape: {x, y: frame.top + row * pitch + gap / 2, width: xOf(after) - x, height: pitch - gap}};
        },
    };
}

/**
 * Rectangles over time, drawn as they are given: {from, to (cells), top, height (pixels), fill, opacity?, gap?, text?, ink?}.
 * A text is shown where it has room.
 */
function rectSeries(shown, rects, frame, {axis = 0, z = 2} = {}) {
    const from = shown.times[0], span = shown.times[shown.count] - from;
    const xOf = (cell) => frame.left + ((shown.times[cell] - from) / span) * frame.width;
    return {
        ...quiet, type: 'custom', xAxisIndex: axis, yAxisIndex: axis, progressive: 0, z, encode: {x: [], y: []}, clip: false,
        data: rects.map((_, index) => [index]),
        renderItem: ({dataIndex}) => {
            const {from: first, to, top, height, fill, opacity = 1, gap = 0, text, ink} = rects[dataIndex];
            const x = xOf(first), width = Math.max(0.5, xOf(to) - x - gap);
            const rect = {type: 'rect', silent: true, shape: {x, y: top, width, height}, style: {fill, opacity}};
            if (!text || textWidth(text, 10) + 8 > width || height < 11) return rect;
            const label = {type: 'text', silent: true, style: {text, x: x + 4, y: top + height / 2, fill: ink, font: `10px ${palette().font}`,
                                                               verticalAlign: 'middle'}};
            return {type: 'group', silent: true, children: [rect, label]};
        },
    };
}

/** Faint lines at the foot of every row, so that the eye keeps to it. */
function rowLines(count, frame, axis = 0) {
    const pitch = frame.height / count;
    return {
        ...quiet, type: 'custom', xAxisIndex: axis, yAxisIndex: axis, progressive: 0, z: 1, encode: {x: [], y: 0}, clip: false,
        data: Array.from({length: count}, (_, row) => [row]),
        renderItem: (params) => {
            const y = frame.top + (params.dataIndex + 1) * pitch;
            return {type: 'line', silent: true, shape: {x1: frame.left, y1: y, x2: frame.left + frame.width, y2: y},
                    style: {stroke: palette().rule, lineWidth: 0.6}};
        },
    };
}

/** Reads one cell: `rowsAt(row, cell)` answers with {name, rows}. */
function heatReader(shown, frame, count, answer) {
    const pitch = frame.height / count;
    const from = shown.times[0], span = shown.times[shown.count] - from;
    return (x, y) => {
        const row = Math.floor((y - frame.top) / pitch);
        const cell = cellAt(shown, from + ((x - frame.left) / frame.width) * span);
        if (row < 0 || row >= count || cell < 0) return null;
        const left = frame.left + ((shown.times[cell] - from) / span) * frame.width;
        const right = frame.left + ((shown.times[cell + 1] - from) / span) * frame.width;
        const found = answer(row, cell);
        return {title: found.name, rows: [{label: cellText(shown, cell), value: ''}, ...found.rows],
                box: {left, top: frame.top + row * pitch, width: right - left, height: pitch}};
    };
}

/** Room for the names of rows. */
function roomForNames(figure, names, size = 11) {
    const most = figure.isNarrow ? Math.min(118, figure.width * 0.34) : Math.min(230, figure.width * 0.28);
    return Math.ceil(Math.min(most, Math.max(40, ...names.map((name) => textWidth(name, size))) + 2));
}
