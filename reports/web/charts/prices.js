// SPDX-License-Identifier: Apache-2.0
// Zone prices: a line per zone while they are few; else their mean, and below it a row per zone in colours. Prices of
// heat: a line per node, or one of them where they are many.

const fewZones = 6;
const priceScale = ['#dfe9f3', '#b9d0e6', '#8ab2d6', '#5a8fc0', '#336ba3', '#154673'];
const darkPriceScale = ['#22364a', '#2c4f70', '#3a6c98', '#5290c2', '#82b5de', '#c3def2'];

const priceUnit = () => `${run.currency}/MWh`;
const priceText = (value) => `${grouped(value, Math.abs(value) >= 1000 ? 0 : 2)}${hardSpace}${priceUnit()}`;

/** Zones that have prices: {index, title, price, low, high, isShort}. */
function pricedZones(shown) {
    return shown.view.zones.flatMap((part, index) => part.price === undefined ? [] : [{
        index, title: run.zones[index].title, price: valuesOf(shown, part.price), demand: valuesOf(shown, part.demand),
        low: part.low && valuesOf(shown, part.low), high: part.high && valuesOf(shown, part.high), unserved: valuesOf(shown, part.unserved),
    }]);
}

/** Mean over zones, weighted with demand; plain where nobody wants power. */
function meanPrice(shown, zones) {
    return Array.from({length: shown.count}, (_, cell) => {
        const weight = zones.reduce((sum, zone) => sum + zone.demand[cell], 0);
        if (weight <= 0) return zones.reduce((sum, zone) => sum + zone.price[cell], 0) / zones.length;
        return zones.reduce((sum, zone) => sum + zone.price[cell] * zone.demand[cell], 0) / weight;
    });
}

/** The band from the lowest to the highest price that supports the plan. */
function priceBand(shown, zone, colour, axis) {
    if (!zone.low) return [];
    const area = {...quiet, type: 'line', step: 'end', stack: `band ${zone.index}`, stackStrategy: 'all', xAxisIndex: axis, yAxisIndex: axis,
                  lineStyle: {width: 0}};
    const width = zone.high.map((value, cell) => value - zone.low[cell]);
    return [{...area, data: stepPoints(shown, zone.low)}, {...area, data: stepPoints(shown, width), areaStyle: {color: colour, opacity: 0.22}}];
}

function priceRows(lines, cell) {
    return lines.map(({title, colour, price, low, high}) => {
        const band = low && high[cell] - low[cell] > 1e-6 ? ` (${grouped(low[cell], 2)} to ${grouped(high[cell], 2)})` : '';
        return {colour, look: 'line', label: title, value: priceText(price[cell]) + band};
    });
}

function priceLines(figure, lines) {
    const shown = page.shown;
    const height = page.isPrinting ? 250 : 300;
    const seen = lines.filter(({key}) => !figure.hidden.has(key));
    const numbers = roomForNumbers(Math.max(1, ...seen.map(({price, high}) => largestOf(high ?? price))));
    const left = Math.max(numbers, Math.ceil(textWidth(priceUnit(), 11)) + 8);
    const frame = {left, top: 26, width: figure.width - left - 10, height: height - 26 - 40};
    return {
        height,
        legend: lines.map(({key, title, colour}) => ({key, label: title, colour, look: 'line', fixed: lines.length === 1})),
        option: optionOf({frames: [frame], xAxis: [timeAxis(shown, frame, 0)], yAxis: [valueAxis(0, {divisor: 1, unit: priceUnit()})],
                          series: seen.flatMap((line) => [...priceBand(shown, line, line.colour, 0), ...stepLine(shown, line.price, line)])}),
        read: timeReader(shown, [frame], (cell) => priceRows(seen, cell)),
    };
}

/** Class limits at about equal shares of all prices, rounded so that they can be read. */
function priceLimits(zones, classes) {
    const all = zones.flatMap(({price}) => price).sort((a, b) => a - b);
    const limits = new Set();
    for (let k = 1; k < classes; ++k) limits.add(Number(all[Math.floor((k * all.length) / classes)].toPrecision(3)));
    return [...limits].filter((limit) => limit > all[0]);
}

function priceRowsChart(figure, zones) {
    const shown = page.shown;
    const limits = priceLimits(zones, priceScale.length);
    const scale = isDark() ? darkPriceScale : priceScale;
    const classes = Array.from({length: limits.length + 1}, (_, k) => scale[Math.round((k * (scale.length - 1)) / Math.max(1, limits.length))]);
    const short = palette().unserved;
    const colourOf = (zone, cell) => zone.unserved[cell] > 1e-4 ? short : classes[limits.filter((limit) => zone.price[cell] >= limit).length];
    const names = zones.map(({title}) => title);
    const mean = meanPrice(shown, zones);
    const pitch = page.isPrinting ? Math.min(15, 480 / zones.length) : 18;
    const left = Math.max(roomForNames(figure, names) + 10, roomForNumbers(largestOf(mean)));
    const top = {left, top: 26, width: figure.width - left - 10, height: 120};
    const frame = {...top, top: top.top + top.height + 14, height: pitch * zones.length};
    const isShort = zones.some(({unserved}) => !isNothing(unserved));
    const ink = palette().ink;
    const between = (k) => limits.length === 0 ? 'one price' : k === 0 ? `below ${axisNumber(limits[0])}`
        : k === limits.length ? `${axisNumber(limits[k - 1])} and more` : `${axisNumber(limits[k - 1])} to ${axisNumber(limits[k])}`;
    const meanReader = timeReader(shown, [top], (cell) => [{colour: ink, look: 'line', label: 'Mean of all zones', value: priceText(mean[cell])}]);
    const zoneReader = heatReader(shown, frame, zones.length, (row, cell) => ({name: names[row], rows: [
        {label: 'Price', value: priceText(zones[row].price[cell])},
        ...(zones[row].low ? [{label: 'Lowest, highest', value: `${grouped(zones[row].low[cell], 2)}, ${grouped(zones[row].high[cell], 2)}`}] : []),
        ...(zones[row].unserved[cell] > 1e-4 ? [{label: 'Not served', value: powerText(zones[row].unserved[cell])}] : [])]}));
    return {
        height: frame.top + frame.height + 40,
        note: `Line: mean of all zones. Rows: each zone, in ${priceUnit()}.`,
        legend: [...classes.map((colour, k) => ({key: String(k), label: between(k), colour, look: 'area', fixed: true})),
                 ...(isShort ? [{key: 'short', label: 'power was short', colour: short, look: 'area', fixed: true}] : [])],
        option: optionOf({
            frames: [top, frame], xAxis: [timeAxis(shown, top, 0, false), timeAxis(shown, frame, 1)],
            yAxis: [valueAxis(0, {divisor: 1, unit: priceUnit()}, {splitNumber: 3, scale: true}), rowAxis(1, names, left - 10)],
            series: [...stepLine(shown, mean, {colour: ink}), rowLines(zones.length, frame, 1),
                     heatSeries(shown, zones.map((zone) => Array.from({length: shown.count}, (_, cell) => colourOf(zone, cell))), frame, 1)],
        }),
        read: (x, y) => meanReader(x, y) ?? zoneReader(x, y),
    };
}

const priceChart = {
    usesTime: true,
    controls(figure) {
        const zones = run.views[0].zones.flatMap((part, index) => part.price === undefined ? [] : [index]);
        return zones.length > 1 ? [figure.choice('zone', 'Zone', zoneOptions('All zones', zones))] : [];
    },
    draw(figure) {
        const zones = pricedZones(page.shown);
        const choice = figure.choices.zone ?? 'all';
        const coloured = (zone, k) => ({...zone, key: `zone ${zone.index}`, colour: categoryColour(k)});
        if (choice === 'all') return zones.length > fewZones ? priceRowsChart(figure, zones) : priceLines(figure, zones.map(coloured));
        const mean = {key: 'mean', title: 'Mean of all zones', colour: palette().faint, width: 1, price: meanPrice(page.shown, zones)};
        return priceLines(figure, [mean, coloured(zones.find(({index}) => index === Number(choice)), 0)]);
    },
};

/** Heat nodes that have prices. */
function pricedHeat(shown) {
    return shown.view.heat_nodes.flatMap((part, index) => part.price === undefined ? [] : [{
        index, key: `heat ${index}`, title: run.heat_nodes[index].name, colour: categoryColour(index), price: valuesOf(shown, part.price),
        low: part.low && valuesOf(shown, part.low), high: part.high && valuesOf(shown, part.high),
    }]);
}

const heatPriceChart = {
    usesTime: true,
    controls(figure) {
        const nodes = run.views[0].heat_nodes.flatMap((part, index) => part.price === undefined ? [] : [index]);
        if (nodes.length <= fewZones) return [];
        return [figure.choice('node', 'Heat node', nodes.map((index) => ({value: index, text: run.heat_nodes[index].name})))];
    },
    draw(figure) {
        const nodes = pricedHeat(page.shown);
        if (nodes.length <= fewZones) return priceLines(figure, nodes);
        const choice = Number(figure.choices.node ?? nodes[0].index);
        return priceLines(figure, nodes.filter(({index}) => index === choice));
    },
};
