// SPDX-License-Identifier: Apache-2.0
// Power by technology, stacked; what leaves the zone below the axis; demand as a line.

/** Bands of some zones together, from the bottom up: {up, down, demand}. */
function dispatchBands(shown, zones, isWholeSystem) {
    const parts = zones.map((zone) => shown.view.zones[zone]);
    const sum = (pick) => sumOf(shown, parts.map(pick));
    const negative = (values) => values.map((value) => -value);
    const up = run.technologies.map((technology, index) => ({
        key: `technology ${index}`, label: technology.label, colour: technologyColour(index), look: 'area',
        values: sum((part) => part.generation[index]),
    }));
    const down = [{key: 'charge', label: 'Charging batteries', colour: flowColour('charge'), look: 'area', values: negative(sum((part) => part.charge))}];
    if (isWholeSystem) {
        down.push({key: 'losses', label: 'Lost on lines', colour: flowColour('losses'), look: 'area',
                   values: negative(valuesOf(shown, shown.view.losses))});
    } else {
        up.push({key: 'from zones', label: 'From other zones', colour: flowColour('fromZones'), look: 'area', values: sum((part) => part.import)});
        down.push({key: 'to zones', label: 'To other zones', colour: flowColour('toZones'), look: 'area', values: negative(sum((part) => part.export))});
    }
    up.push({key: 'unserved', label: 'Not served', colour: palette().unserved, look: 'hatched', values: sum((part) => part.unserved)});
    down.push({key: 'surplus', label: 'Surplus', colour: flowColour('surplus'), look: 'area', values: negative(sum((part) => part.surplus))});
    const something = ({values}) => !isNothing(values);
    return {up: up.filter(something), down: down.filter(something), demand: sum((part) => part.demand)};
}

function dispatchRows(bands, demand, cell) {
    const row = ({colour, look, label, values}) => ({colour, look, label, value: powerText(values[cell])});
    const matters = ({values}) => Math.abs(values[cell]) >= 0.05;
    return [...[...bands.up].reverse().filter(matters).map(row),
            {colour: palette().ink, look: 'line', label: 'Demand', value: powerText(demand[cell]), isSum: true},
            ...bands.down.filter(matters).map(row)];
}

/** Where little lies below zero, the axis ends just below it instead of at a round number. */
function powerAxis(bands) {
    const [highest, lowest] = [bands.up, bands.down].map((list) => largestOf(added({count: bands.demand.length}, list.map(({values}) => values))));
    const isLittle = lowest > 0 && lowest < 0.08 * highest;
    const axis = valueAxis(0, {divisor: 1, unit: 'MW'}, isLittle ? {min: -1.3 * lowest} : {});
    if (isLittle) axis.axisLabel.showMinLabel = false;
    return axis;
}

const dispatchChart = {
    usesTime: true,
    controls: (figure) => run.zones.length > 1 ? [figure.choice('zone', 'Zone', zoneOptions('All zones'))] : [],
    draw(figure) {
        const shown = page.shown;
        const choice = figure.choices.zone ?? 'all';
        const zones = choice === 'all' ? run.zones.map((_, index) => index) : [Number(choice)];
        const bands = dispatchBands(shown, zones, choice === 'all');
        const visible = (list) => list.filter(({key}) => !figure.hidden.has(key));
        const height = page.isPrinting ? 340 : figure.isNarrow ? 320 : 430;
        const left = roomForNumbers(largestOf([...added(shown, bands.up.map(({values}) => values)), ...bands.demand]));
        const frame = {left, top: 26, width: figure.width - left - 10, height: height - 26 - 40};
        const ink = palette().ink;
        return {
            height,
            legend: [...[...bands.up, ...bands.down].map(({key, label, colour, look}) => ({key, label, colour, look})),
                     {key: 'demand', label: 'Demand', colour: ink, look: 'line'}],
            option: optionOf({
                frames: [frame], xAxis: [timeAxis(shown, frame, 0)], yAxis: [powerAxis(bands)],
                series: [...stackSeries(shown, visible(bands.up), {stack: 'up'}), ...stackSeries(shown, visible(bands.down), {stack: 'down'}),
                         ...(figure.hidden.has('demand') ? [] : stepLine(shown, bands.demand, {colour: ink, halo: true}))],
            }),
            read: timeReader(shown, [frame], (cell) => dispatchRows(bands, bands.demand, cell)),
        };
    },
};
