// SPDX-License-Identifier: Apache-2.0
// Which unit is on when: a row per unit, grouped by technology, darker with its load.

const loadClasses = 5;

/** Units in the order of the rows: by technology, the hardest working first. */
function committedUnits(shown, figure) {
    const units = run.plants.flatMap((plant, index) => plant.commits ? [{...plant, ...shown.view.plants[index]}] : []);
    for (const unit of units) {
        unit.output = valuesOf(shown, unit.output);
        unit.on = valuesOf(shown, unit.on);
        unit.energy = energyOf(shown, unit.output);
        unit.everRan = !isNothing(valuesOf(shown, unit.on));
    }
    const {zone = 'all', units: which = 'all'} = figure.choices;
    return units
        .filter((unit) => (zone === 'all' || unit.zone === run.zones[Number(zone)].name) && (which === 'all' || unit.everRan))
        .sort((a, b) => a.technology - b.technology || b.energy - a.energy);
}

/** Colour of a unit in a cell: none when off, pale at low output, full at full load. */
function loadColour(unit, cell, shades) {
    if (unit.on[cell] < 1e-3) return null;
    const load = Math.max(0, Math.min(1, unit.output[cell] / unit.capacity));
    return shades[Math.min(loadClasses - 1, Math.floor(load * loadClasses))];
}

function shadesOf(technology) {
    return Array.from({length: loadClasses}, (_, k) => mixed(technologyColour(technology), palette().page, 0.28 + (0.72 * k) / (loadClasses - 1)));
}

function commitmentRows(unit, cell, meanOf) {
    const load = `${powerText(unit.output[cell])} of ${powerText(unit.capacity)}`;
    const state = meanOf ? `on ${percentText(unit.on[cell])} of the ${meanOf}` : unit.on[cell] > 0.5 ? 'on' : 'off';
    return [{label: run.technologies[unit.technology]?.label ?? '', value: zoneTitle(unit.zone)}, {label: 'State', value: state},
            {label: 'Output', value: load}];
}

const commitmentChart = {
    usesTime: true,
    controls(figure) {
        const zones = run.zones.flatMap((zone, index) => run.plants.some((plant) => plant.commits && plant.zone === zone.name) ? [index] : []);
        const which = [{value: 'all', text: 'all'}, {value: 'ran', text: 'those that ran'}];
        return [...(zones.length > 1 ? [figure.choice('zone', 'Zone', zoneOptions('All zones', zones))] : []), figure.choice('units', 'Units', which)];
    },
    draw(figure) {
        const shown = page.shown;
        const all = committedUnits(shown, figure);
        const technologies = [...new Set(all.map((unit) => unit.technology))];
        const units = all.filter((unit) => !figure.hidden.has(`technology ${unit.technology}`));
        const shades = new Map(technologies.map((technology) => [technology, shadesOf(technology)]));
        const count = Math.max(1, units.length);
        const pitch = page.isPrinting ? Math.max(6, Math.min(14, 730 / count)) : Math.max(12, Math.min(20, 1400 / count));
        const size = Math.min(11, Math.floor(pitch) - 1);
        const names = units.map(({name}) => name);
        const left = roomForNames(figure, names, size) + 10;
        const frame = {left, top: 4, width: figure.width - left - 10, height: pitch * count};
        return {
            height: frame.top + frame.height + 40,
            note: units.length === 0 ? 'No unit to show.' : '',
            legend: technologies.map((technology) => ({key: `technology ${technology}`, label: run.technologies[technology]?.label ?? 'Other',
                                                       colour: technologyColour(technology), look: 'area'})),
            option: optionOf({
                frames: [frame], xAxis: [timeAxis(shown, frame, 0)], yAxis: [rowAxis(0, names, left - 10, size)],
                series: [rowLines(count, frame),
                         heatSeries(shown, units.map((unit) => unit.on.map((_, cell) => loadColour(unit, cell, shades.get(unit.technology)))), frame)],
            }),
            read: heatReader(shown, frame, units.length, (row, cell) => ({name: units[row].name, rows: commitmentRows(units[row], cell, shown.meanOf)})),
        };
    },
};
