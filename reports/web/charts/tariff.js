// SPDX-License-Identifier: Apache-2.0
// What a meter drew and gave back, with the periods of its tariff behind it and the billing demand of each month; below,
// the price of a MWh where it changes.

const periodTint = (index) => mixed(categoryColour(index + 1), palette().page, isDark() ? 0.34 : 0.22);
const periodText = ({band, price}) => `${band}: ${priceText(price)}`;

function meterSeries(shown, index) {
    const meter = run.meters[index], part = shown.view.meters[index];
    const values = (name) => unrolled(shown.view, part[name]).slice(shown.from, shown.to);
    return {...meter, bought: values('import'), given: values('export'), price: values('price'),
            periodMarks: marksOf(shown, part.periods, 3).map(([from, to, period]) => ({from, to, period}))};
}

/** Billing demand over what of its month is shown. */
function demandLines(shown, meter, colour) {
    const start = shown.times[0], end = shown.times[shown.count];
    const lines = [];
    for (let at = 0; at < meter.demands.length; at += 3) {
        const [from, to] = [Math.max(start, meter.demands[at]), Math.min(end, meter.demands[at + 1])];
        if (from >= to) continue;
        lines.push({...quiet, type: 'line', xAxisIndex: 0, yAxisIndex: 0, z: 6, lineStyle: {color: colour, width: 1.6, type: [6, 4]},
                    data: [[milliseconds(from), meter.demands[at + 2]], [milliseconds(to), meter.demands[at + 2]]]});
    }
    return lines;
}

function demandAt(shown, meter, cell) {
    for (let at = 0; at < meter.demands.length; at += 3)
        if (meter.demands[at] <= shown.times[cell] && shown.times[cell] < meter.demands[at + 1]) return meter.demands[at + 2];
    return null;
}

function meterRows(shown, meter, bands, cell) {
    const mark = meter.periodMarks.find(({from, to}) => from <= cell && cell < to);
    const demand = demandAt(shown, meter, cell);
    const given = meter.given[cell] > 1e-6 ? [{...bands[1], value: powerText(meter.given[cell])}] : [];
    const period = mark ? [{label: 'Period', value: meter.periods[mark.period].band, colour: periodTint(mark.period)}] : [];
    return [{...bands[0], value: powerText(meter.bought[cell])}, ...given, ...period, {label: 'Price', value: priceText(meter.price[cell])},
            ...(demand === null ? [] : [{label: 'Billing demand', look: 'dashed', colour: palette().ink, value: powerText(demand)}])];
}

/** A shade that lets the periods behind it through; what is drawn has an outline. */
function loadSeries(shown, {values, colour, outline}) {
    if (isNothing(values)) return [];
    const [line] = stepLine(shown, values, {colour, width: outline ? 1.8 : 0});
    return [{...line, areaStyle: {color: colour, opacity: outline ? 0.3 : 0.6, origin: 0}}];
}

/** Some room above the billing demand, which ends at no round number. */
function loadAxis(meter, demands) {
    const axis = valueAxis(0, {divisor: 1, unit: 'MW'}, {max: 1.08 * largestOf([...meter.bought, ...demands, 0.1])});
    axis.axisLabel.showMaxLabel = false;
    return axis;
}

function tariffLegend(meter, bands) {
    const periods = [...new Set(meter.periodMarks.map(({period}) => period))].sort((a, b) => a - b);
    return [...bands.filter(({values}) => !isNothing(values)).map(({label, colour}) => ({key: label, label, colour, look: 'area', fixed: true})),
            ...periods.map((period) => ({key: `period ${period}`, label: periodText(meter.periods[period]), colour: periodTint(period), look: 'area', fixed: true})),
            ...(meter.demands.length > 0 ? [{key: 'demand', label: 'Billing demand', colour: palette().ink, look: 'dashed', fixed: true}] : [])];
}

const tariffChart = {
    usesTime: true,
    meanNote: (meanOf) => `Means of each ${meanOf}; periods are shown where every step is.`,
    controls: (figure) => run.meters.length > 1
        ? [figure.choice('meter', 'Meter', run.meters.map(({name, zone}, index) => ({value: index, text: `${name} (${zoneTitle(zone)})`})))] : [],
    draw(figure) {
        const shown = page.shown;
        const meter = meterSeries(shown, Number(figure.choices.meter ?? 0));
        const bands = [{label: 'Drawn', colour: categoryColour(0), look: 'area', values: meter.bought, outline: true},
                       {label: 'Given back', colour: categoryColour(2), look: 'area', values: meter.given.map((value) => -value)}];
        const changes = meter.price.some((price) => price !== meter.price[0]);
        const demands = meter.demands.filter((_, at) => at % 3 === 2);
        const left = Math.max(roomForNumbers(largestOf([...meter.bought, ...meter.given, ...demands, 1])),
                              changes ? Math.max(roomForNumbers(largestOf(meter.price)), Math.ceil(textWidth(priceUnit(), 11)) + 8) : 0);
        const upper = {left, top: 26, width: figure.width - left - 10, height: page.isPrinting ? 170 : 230};
        const lower = {...upper, top: upper.top + upper.height + 34, height: page.isPrinting ? 50 : 64};
        const frames = changes ? [upper, lower] : [upper];
        const last = frames[frames.length - 1];
        const behind = meter.periodMarks.map(({from, to, period}) => ({from, to, top: upper.top, height: upper.height, fill: periodTint(period)}));
        return {
            height: last.top + last.height + 40,
            note: `Tariff ${meter.tariff}.`,
            legend: tariffLegend(meter, bands),
            option: optionOf({
                frames, xAxis: frames.map((frame, k) => timeAxis(shown, frame, k, k === frames.length - 1)),
                yAxis: frames.map((_, k) => k === 0 ? loadAxis(meter, demands) : valueAxis(1, {divisor: 1, unit: priceUnit()}, {splitNumber: 2})),
                series: [rectSeries(shown, behind, upper, {z: 0}), ...bands.flatMap((band) => loadSeries(shown, band)),
                         ...demandLines(shown, meter, palette().ink),
                         ...(changes ? stepLine(shown, meter.price, {axis: 1, colour: categoryColour(1), width: 1.6}) : [])],
            }),
            read: timeReader(shown, frames, (cell) => meterRows(shown, meter, bands, cell)),
        };
    },
};
