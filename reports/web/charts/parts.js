// SPDX-License-Identifier: Apache-2.0
// Powers that add up, as stacked steps: demand not served by zone or sector, curtailment by technology or
// zone; and the small charts of industrial zones.

const mostParts = 8;

/** Sums items {group, values} by group into the largest few bands and the rest: {key, label, values, items}. */
function groupedBands(shown, items, labelOf, colourOf) {
    const groups = new Map();
    for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
    const bands = [...groups].map(([group, members]) => ({
        key: `group ${group}`, label: labelOf(group), group, members, values: added(shown, members.map(({values}) => values)), look: 'area'}));
    for (const band of bands) band.energy = energyOf(shown, band.values);
    bands.sort((a, b) => b.energy - a.energy);
    const kept = bands.filter(({energy}) => energy > 0).slice(0, bands.length > mostParts ? mostParts - 1 : mostParts);
    const rest = bands.slice(kept.length).flatMap(({members}) => members);
    kept.forEach((band, index) => { band.colour = colourOf(band.group, index); });
    if (rest.length > 0 && rest.some(({values}) => !isNothing(values))) {
        const values = added(shown, rest.map((item) => item.values));
        kept.push({key: 'rest', label: 'Others', members: rest, values, energy: energyOf(shown, values), look: 'area', colour: flowColour('other')});
    }
    return kept;
}

/** One frame of stacked bands with their sum in the tip. */
function bandsDrawing(figure, bands, {height, labelOf, empty}) {
    const shown = page.shown;
    const seen = bands.filter(({key}) => !figure.hidden.has(key));
    const sum = added(shown, seen.map(({values}) => values));
    const left = roomForNumbers(Math.max(1, largestOf(sum)));
    const frame = {left, top: 26, width: figure.width - left - 10, height: height - 26 - 40};
    return {
        height,
        note: bands.length === 0 ? empty : '',
        legend: bands.map((band) => ({key: band.key, label: labelOf(band), colour: band.colour, look: band.look})),
        option: optionOf({frames: [frame], xAxis: [timeAxis(shown, frame, 0)], yAxis: [valueAxis(0, {divisor: 1, unit: 'MW'}, {min: 0})],
                          series: stackSeries(shown, seen, {stack: 'parts'})}),
        read: timeReader(shown, [frame], (cell) => {
            const parts = seen.filter(({values}) => values[cell] > 1e-6).reverse()
                .map(({colour, look, label, values}) => ({colour, look, label, value: powerText(values[cell])}));
            return parts.length === 1 ? parts : [...parts, {label: 'Sum', value: powerText(sum[cell]), isSum: true}];
        }),
    };
}

const unservedChart = {
    usesTime: true,
    controls: (figure) => [figure.choice('by', 'By', [{value: 'zone', text: 'zone'}, {value: 'sector', text: 'sector'}])],
    draw(figure) {
        const shown = page.shown;
        const bySector = figure.choices.by === 'sector';
        const items = run.demands.flatMap((demand, index) => demand.unserved <= 0 ? [] : [{
            demand, group: bySector ? demand.sector : demand.zone, values: valuesOf(shown, shown.view.demands[index].unserved)}]);
        const bands = groupedBands(shown, items, (group) => bySector ? group || 'no sector' : zoneTitle(group), (_, index) => categoryColour(index));
        const valueOf = ({members}) => members.reduce((sum, {demand}) => sum + demand.value, 0);
        const labelOf = (band) => `${band.label}: ${quantityText(band.energy, 'MWh')}${shown.isWhole ? `, valued at ${moneyText(valueOf(band))}` : ''}`;
        return bandsDrawing(figure, bands, {height: page.isPrinting ? 230 : 280, labelOf, empty: 'Everything was served in this time.'});
    },
};

const curtailmentChart = {
    usesTime: true,
    controls: (figure) => [figure.choice('by', 'By', [{value: 'technology', text: 'technology'}, {value: 'zone', text: 'zone'}])],
    draw(figure) {
        const shown = page.shown;
        const byZone = figure.choices.by === 'zone';
        const items = run.plants.flatMap((plant, index) => {
            const {curtailment} = shown.view.plants[index];
            return curtailment === undefined ? [] : [{group: byZone ? plant.zone : plant.technology, values: valuesOf(shown, curtailment)}];
        });
        const bands = groupedBands(shown, items, (group) => byZone ? zoneTitle(group) : run.technologies[group]?.label ?? 'Other',
                                   (group, index) => byZone ? categoryColour(index) : technologyColour(group));
        const labelOf = (band) => `${band.label}: ${quantityText(band.energy, 'MWh')}`;
        return bandsDrawing(figure, bands, {height: page.isPrinting ? 220 : 260, labelOf, empty: 'Nothing was curtailed in this time.'});
    },
};

/** Served and not served power of one zone; the plot is the whole figure. */
const sparkChart = {
    usesTime: true,
    draw(figure) {
        const shown = page.shown;
        const zone = shown.view.zones[run.zones.findIndex(({name}) => name === figure.element.dataset.zone)];
        const demand = valuesOf(shown, zone.demand), unserved = valuesOf(shown, zone.unserved);
        const served = demand.map((value, cell) => value - unserved[cell]);
        const bands = [{label: 'Served', colour: categoryColour(0), look: 'area', values: served},
                       {label: 'Not served', colour: palette().unserved, look: 'hatched', values: unserved}];
        const left = roomForNumbers(largestOf(demand));
        const height = page.isPrinting ? 120 : 150;
        const frame = {left, top: 24, width: figure.width - left - 10, height: height - 24 - 38};
        return {
            height,
            option: optionOf({frames: [frame], xAxis: [timeAxis(shown, frame, 0)], series: stackSeries(shown, bands, {stack: 'spark'}),
                              yAxis: [valueAxis(0, {divisor: 1, unit: 'MW'}, {splitNumber: 2, min: 0})]}),
            read: timeReader(shown, [frame], (cell) => [...bands].reverse().filter(({values}) => values[cell] > 1e-6)
                .map(({colour, look, label, values}) => ({colour, look, label, value: powerText(values[cell])}))),
        };
    },
};
