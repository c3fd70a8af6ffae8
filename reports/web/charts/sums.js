// SPDX-License-Identifier: Apache-2.0
// Sums over the whole run as bars: cost by category and technology, carbon dioxide by technology.

/** Bars {label, note, parts: [{label, colour, amount}]} below one another; `text` writes an amount. */
function barsDrawing(figure, bars, {unit, name, text, legend}) {
    const colours = palette();
    const totals = bars.map(({parts}) => parts.reduce((sum, {amount}) => sum + amount, 0));
    const lengths = bars.flatMap(({parts}) => [parts.reduce((sum, {amount}) => sum + Math.max(0, amount), 0), parts.reduce((sum, {amount}) => sum + Math.min(0, amount), 0)]);
    const largest = Math.max(1e-9, largestOf(lengths));
    const scale = scaleFor(unit, largest);
    const names = bars.map(({label}) => label);
    const widest = Math.max(...bars.flatMap(({label, note}) => [textWidth(label), textWidth(note)]));
    const isAbove = figure.isNarrow;  // names stand above their bars
    const left = isAbove ? 6 : Math.ceil(Math.min(widest, figure.width * 0.3)) + 14;
    const pitch = isAbove ? 50 : page.isPrinting ? 36 : 44;
    const frame = {left, top: 6, width: figure.width - left - 24, height: pitch * bars.length};
    const series = bars.flatMap(({parts}, row) => parts.map(({colour, amount}) => ({
        ...quiet, type: 'bar', stack: 'all', barWidth: isAbove ? 16 : '52%', barMinHeight: 1,
        itemStyle: {color: colour, borderColor: colours.page, borderWidth: (Math.abs(amount) / largest) * frame.width > 4 ? 0.6 : 0},
        data: bars.map((_, other) => other === row ? amount : null)})));
    return {
        height: frame.top + frame.height + 44,
        legend,
        option: optionOf({
            frames: [frame],
            xAxis: [{...valueAxis(0, {divisor: scale.divisor, unit: ''}, {splitNumber: figure.isNarrow ? 3 : 5}), name: [name, scale.unit].filter(Boolean).join(' '),
                     nameLocation: 'middle', nameGap: 26, nameTextStyle: {color: colours.faint, fontSize: 11}}],
            yAxis: [{...rowAxis(0, names, left - 12, 12), axisLabel: {
                interval: 0, color: colours.ink, fontSize: 12, lineHeight: 15, overflow: 'truncate',
                ...(isAbove ? {inside: true, align: 'left', verticalAlign: 'bottom', margin: 0, padding: [0, 0, 11, 0], width: frame.width}
                            : {margin: 8, width: left - 12}),
                rich: {note: {color: colours.faint, fontSize: 11, lineHeight: 15}},
                formatter: (_, row) => `${plainText(bars[row].label)}${isAbove ? '  ' : '\n'}{note|${bars[row].note}}`}, z: 10}],
            series,
        }),
        read(x, y) {
            const row = Math.floor((y - frame.top) / pitch);
            if (row < 0 || row >= bars.length || x < 0 || x > figure.width) return null;
            const parts = bars[row].parts.filter(({amount}) => amount !== 0);
            const rows = parts.map(({label, colour, amount}) => ({label, colour, value: text(amount)}));
            if (rows.length !== 1) rows.push({label: 'Sum', value: text(totals[row]), isSum: true});
            return {title: bars[row].label, rows, box: {left: frame.left, top: frame.top + row * pitch, width: frame.width, height: pitch}};
        },
    };
}

/** A brace could start a style of the library's own; a space without width keeps it a brace. */
const plainText = (text) => text.replaceAll('{', '{\u200b');

function partLabel({technology, other}) { return run.technologies[technology]?.label ?? other ?? 'Other'; }

const costChart = {
    usesTime: false,
    draw(figure) {
        const byCategory = new Map();
        const all = run.costs.reduce((sum, {amount}) => sum + amount, 0);
        for (const cost of run.costs) {
            if (cost.amount === 0) continue;
            byCategory.set(cost.category, [...(byCategory.get(cost.category) ?? []), cost]);
        }
        const others = [...new Set(run.costs.filter(({technology, amount}) => technology < 0 && amount !== 0).map(({other}) => other))];
        const colourOf = (cost) => cost.technology >= 0 ? technologyColour(cost.technology) : mixed(palette().unserved, palette().page, 1 - 0.3 * others.indexOf(cost.other));
        const bars = [...byCategory].map(([category, costs]) => {
            const total = costs.reduce((sum, {amount}) => sum + amount, 0);
            const parts = costs.sort((a, b) => a.technology - b.technology).map((cost) => ({label: partLabel(cost), colour: colourOf(cost), amount: cost.amount}));
            return {label: category, note: `${moneyText(total)}, ${percentText(all ? total / all : 0)}`, parts, total};
        }).sort((a, b) => b.total - a.total);
        const used = new Map(run.costs.filter(({amount}) => amount !== 0).sort((a, b) => (a.technology < 0) - (b.technology < 0) || a.technology - b.technology)
            .map((cost) => [partLabel(cost), colourOf(cost)]));
        const legend = [...used].map(([label, colour]) => ({key: label, label, colour, look: 'area', fixed: true}));
        return barsDrawing(figure, bars, {unit: 'money', name: run.currency, text: moneyText, legend});
    },
};

const emissionChart = {
    usesTime: false,
    draw(figure) {
        const all = run.emissions.reduce((sum, {amount}) => sum + amount, 0);
        const bars = [...run.emissions].sort((a, b) => b.amount - a.amount).map((row) => ({
            label: partLabel(row), note: `${quantityText(row.amount, 'tCO2')}, ${percentText(row.amount / all)}`,
            parts: [{label: partLabel(row), colour: technologyColour(row.technology), amount: row.amount}]}));
        return barsDrawing(figure, bars, {unit: 'tCO2', name: '', text: (amount) => quantityText(amount, 'tCO2')});
    },
};
