// SPDX-License-Identifier: Apache-2.0
// Several small charts of one kind, in one or two columns, each with its own scale.

/**
 * Places `count` panels, each of frames of the given `heights` above one another, below a title of two lines.
 * Returns {frames (panel by panel), titles(list), height}. `numbers` are what the axes must have room for.
 */
function panelsOf(figure, count, heights, numbers, unit) {
    const columns = count > 1 && figure.width >= 620 ? 2 : 1;
    const width = (figure.width - (columns - 1) * 28) / columns;
    const largest = largestOf(numbers);
    const left = roomForNumbers(largest, scaleFor(unit, largest).divisor);
    const titleHeight = 42, gap = 26, foot = 44;
    const pitch = titleHeight + gap + heights.reduce((sum, height) => sum + height + gap, -gap) + foot;
    const place = (panel) => ({x: (panel % columns) * (width + 28), y: Math.floor(panel / columns) * pitch});
    const frames = [];
    for (let panel = 0; panel < count; ++panel) {
        let top = place(panel).y + titleHeight + gap - 6;
        for (const height of heights) {
            frames.push({left: place(panel).x + left, top, width: width - left - 10, height});
            top += height + gap;
        }
    }
    const colours = palette();
    const titles = (list) => list.map(({text, subtext}, panel) => ({
        text, subtext, left: place(panel).x, top: place(panel).y, padding: 0, itemGap: 2,
        textStyle: {fontSize: 13, lineHeight: 18, fontWeight: 600, color: colours.ink, width, overflow: 'truncate'},
        subtextStyle: {fontSize: 11.5, lineHeight: 16, color: colours.faint, width, overflow: 'truncate'},
    }));
    return {frames, titles, height: Math.ceil(count / columns) * pitch};
}
