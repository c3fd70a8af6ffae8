// SPDX-License-Identifier: Apache-2.0
// What stages of processes did: a lane per stage, grouped by process. A bar is a mode at a rate, or a batch; it is as
// high as the rate. Many processes fold into a lane each, as high as the power they draw.

const manyStages = 40;
const restWords = ['', 'Closed by the calendar', 'Outage', 'Changeover'];
const restFills = () => ['', palette().rule, hatched(palette().unserved), hatched(flowColour('other'))];
const standbyHeight = 0.3;

/** One stage in a stretch: its bars and rests, and its power by cell. */
function stageLane(shown, index) {
    const stage = run.stages[index], part = shown.view.stages[index];
    const bars = marksOf(shown, part.bars, 5).map(([from, to, mode, on, rate]) => ({from, to, mode: stage.modes[mode], at: mode, on, rate}));
    const rests = marksOf(shown, part.rests, 3).map(([from, to, reason]) => ({from, to, reason}));
    return {name: stage.name, process: run.processes[stage.process], stage, bars, rests,
            power: unrolled(shown.view, part.power).slice(shown.from, shown.to)};
}

/** The stages of a process in one lane: cells of one power are a bar. */
function processLane(shown, process, stages) {
    const power = added(shown, stages.map((lane) => lane.power));
    const top = largestOf(power);
    const bars = [];
    for (let from = 0, to; from < shown.count; from = to) {
        for (to = from + 1; to < shown.count && power[to] === power[from];) ++to;
        if (power[from] > 1e-6) bars.push({from, to, on: 1, height: power[from] / top});
    }
    return {name: process.name, process, stages, bars, rests: (stages[0]?.rests ?? []).filter(({reason}) => reason === 1), power};
}

const headOf = (name) => ({name, isHead: true, bars: [], rests: []});

/** Lanes from the top: a heading per process where there are several, then its stages; or per zone, then its processes. */
function lanesOf(shown, choice) {
    const lanes = [];
    let zone = run.processes.every((process) => process.zone === run.processes[0].zone) ? run.processes[0].zone : undefined;
    const zoneOf = ({zone}) => run.zones.findIndex(({name}) => name === zone);
    const order = run.processes.map((_, index) => index).sort((a, b) => zoneOf(run.processes[a]) - zoneOf(run.processes[b]) || a - b);
    for (const index of order) {
        const process = run.processes[index];
        if (choice.startsWith('zone ') && choice !== `zone ${process.zone}`) continue;
        if (choice.startsWith('process ') && choice !== `process ${index}`) continue;
        const stages = run.stages.flatMap((stage, at) => stage.process === index ? [stageLane(shown, at)] : []);
        if (choice === 'folded') {
            if (process.zone !== zone) lanes.push(headOf(zoneTitle(process.zone)));
            zone = process.zone;
            lanes.push(processLane(shown, process, stages));
            continue;
        }
        if (run.processes.length > 1) lanes.push(headOf(process.name));
        lanes.push(...stages);
    }
    return lanes;
}

function ganttOptions() {
    if (run.processes.length < 2) return [{value: 'all', text: 'Every stage'}];
    const zones = [...new Set(run.processes.map(({zone}) => zone))];
    const whole = [{value: 'all', text: 'Every stage'}, {value: 'folded', text: 'A lane per process'}];
    return [...(run.stages.length > manyStages ? whole.reverse() : whole),
            ...(zones.length > 1 ? zones.map((zone) => ({value: `zone ${zone}`, text: zoneTitle(zone), group: 'Zones'})) : []),
            ...run.processes.map(({name}, index) => ({value: `process ${index}`, text: name, group: 'Processes'}))];
}

const isStandby = (mode) => mode !== undefined && mode.top <= 0;
/** Modes that make something have colours in their order within the stage. */
function modeColour(lane, bar) {
    if (isStandby(bar.mode)) return flowColour('other');
    const making = lane.stage ? lane.stage.modes.filter((mode) => !isStandby(mode)) : [];
    return categoryColour(Math.max(0, making.indexOf(bar.mode)));
}

const rateShare = (bar) => bar.height ?? (isStandby(bar.mode) ? standbyHeight : Math.max(0.12, Math.min(1, bar.rate / bar.mode.top)));

/** A mode's name without that of its stage before it. */
const shortName = (name, stage) => name.startsWith(`${stage} `) ? name.slice(stage.length + 1) : name;

function barRects(lanes, frame, pitch) {
    const gap = Math.min(3, pitch * 0.18), room = pitch - gap;
    return lanes.flatMap((lane, row) => lane.bars.map((bar) => {
        const height = room * rateShare(bar);
        const isNamed = lane.stage?.modes.length > 1 && height > 0.6 * room;
        return {from: bar.from, to: bar.to, top: frame.top + (row + 1) * pitch - gap / 2 - height, height, fill: modeColour(lane, bar),
                opacity: 0.25 + 0.75 * bar.on, gap: bar.mode?.batch ? 1 : 0, text: isNamed ? shortName(bar.mode.name, lane.name) : '', ink: palette().page};
    }));
}

function restRects(lanes, frame, pitch) {
    const fills = restFills();
    return lanes.flatMap((lane, row) => lane.rests.map(({from, to, reason}) => ({from, to, top: frame.top + row * pitch, height: pitch, fill: fills[reason],
                                                                                  opacity: 0.7})));
}

function ganttLegend(lanes, isFolded) {
    const bars = lanes.flatMap((lane) => lane.bars), rests = lanes.flatMap((lane) => lane.rests);
    const has = (reason) => rests.some((rest) => rest.reason === reason);
    const colours = palette();
    const work = isFolded ? 'At work: as high as its power' : 'At work: as high as its rate';
    return [{key: 'work', label: work, colour: categoryColour(0), look: 'area', fixed: true},
            ...(bars.some(({mode}) => isStandby(mode)) ? [{key: 'standby', label: 'Standing by', colour: flowColour('other'), look: 'area', fixed: true}] : []),
            ...(has(1) ? [{key: 'closed', label: restWords[1], colour: colours.rule, look: 'area', fixed: true}] : []),
            ...(has(2) ? [{key: 'outage', label: restWords[2], colour: colours.unserved, look: 'hatched', fixed: true}] : []),
            ...(has(3) ? [{key: 'changeover', label: restWords[3], colour: flowColour('other'), look: 'hatched', fixed: true}] : [])];
}

/** What a lane did in a cell: the bar or rest that covers it, and words for it. */
function laneAt(shown, lane, cell) {
    const covers = ({from, to}) => from <= cell && cell < to;
    const bar = lane.bars.find(covers), rest = lane.rests.find(covers);
    const power = [{label: 'Power', value: powerText(lane.power[cell])}];
    if (lane.stages) {
        const working = lane.stages.filter(({bars}) => bars.some(covers)).map(({name}) => name);
        return {found: bar ?? rest, rows: [{label: 'At work', value: working.join(', ') || 'none'}, ...power]};
    }
    if (bar) {
        const {mode, rate, on} = bar;
        const unit = mode.unit || 'units';
        const rates = isStandby(mode) ? [] : [{label: mode.batch ? 'Batch, per hour' : 'Rate', value: `${grouped(rate, fittingDecimals(rate))}${hardSpace}${unit}/h`}];
        const share = shown.meanOf ? [{label: 'At work', value: `${percentText(on)} of the ${shown.meanOf}`}] : [];
        return {found: bar, rows: [{label: 'Mode', value: mode.name, colour: modeColour(lane, bar)}, ...share, ...rates, ...power]};
    }
    return {found: rest, rows: [{label: rest ? restWords[rest.reason] : 'Off', value: ''}]};
}

function ganttReader(shown, lanes, frame, pitch) {
    const start = shown.times[0], span = shown.times[shown.count] - start;
    const xOf = (cell) => frame.left + ((shown.times[cell] - start) / span) * frame.width;
    return (x, y) => {
        const row = Math.floor((y - frame.top) / pitch);
        const cell = cellAt(shown, start + ((x - frame.left) / frame.width) * span);
        if (row < 0 || row >= lanes.length || cell < 0 || lanes[row].isHead) return null;
        const lane = lanes[row];
        const {found, rows} = laneAt(shown, lane, cell);
        const from = found?.from ?? cell, to = found?.to ?? cell + 1;
        const where = lane.stages || run.processes.length < 2 ? zoneTitle(lane.process.zone) : lane.process.name;
        return {title: `${lane.name}, ${where}`, rows: [{label: spanText(shown.times[from], shown.times[to]), value: ''}, ...rows],
                box: {left: xOf(from), top: frame.top + row * pitch, width: xOf(to) - xOf(from), height: pitch}};
    };
}

const ganttChart = {
    usesTime: true,
    meanNote: (meanOf) => `Of each ${meanOf}: the mode that took most of it, paler the less of it was worked; power as its mean.`,
    controls: (figure) => ganttOptions().length > 1 ? [figure.choice('show', 'Show', ganttOptions())] : [],
    draw(figure) {
        const shown = page.shown;
        const choice = figure.choices.show ?? 'all';
        const lanes = lanesOf(shown, choice);
        const count = Math.max(1, lanes.length);
        const pitch = page.isPrinting ? Math.max(7, Math.min(16, 730 / count)) : Math.max(14, Math.min(26, 900 / count));
        const size = Math.min(11, Math.floor(pitch) - 1);
        const names = lanes.map(({name}) => name);
        const left = roomForNames(figure, names, size) + 10;
        const frame = {left, top: 4, width: figure.width - left - 10, height: pitch * count};
        const axis = rowAxis(0, names.map((_, row) => String(row)), left - 10, size);
        axis.axisLabel.rich = {head: {fontWeight: 600, fontSize: size, color: palette().soft, width: left - 10, overflow: 'truncate'}};
        axis.axisLabel.formatter = (row) => lanes[Number(row)]?.isHead ? `{head|${plainText(names[Number(row)])}}` : plainText(names[Number(row)] ?? '');
        return {
            height: frame.top + frame.height + 40,
            legend: ganttLegend(lanes, choice === 'folded'),
            option: optionOf({frames: [frame], xAxis: [timeAxis(shown, frame, 0)], yAxis: [axis],
                              series: [rectSeries(shown, restRects(lanes, frame, pitch), frame), rowLines(count, frame),
                                       rectSeries(shown, barRects(lanes, frame, pitch), frame, {z: 3})]}),
            read: ganttReader(shown, lanes, frame, pitch),
        };
    },
};
