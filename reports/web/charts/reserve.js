// SPDX-License-Identifier: Apache-2.0
// Reserve held by technology, what was required, what was missing; below, its price where it has one.

function reserveBands(shown, part) {
    const bands = run.technologies.map((technology, index) => ({
        key: `technology ${index}`, label: technology.label, colour: technologyColour(index), look: 'area', values: valuesOf(shown, part.provided[index])}));
    bands.push({key: 'missing', label: 'Missing', colour: palette().unserved, look: 'hatched', values: valuesOf(shown, part.shortfall)});
    return bands.filter(({values}) => !isNothing(values));
}

const reserveChart = {
    usesTime: true,
    controls: (figure) => run.reserves.length > 1
        ? [figure.choice('product', 'Product', run.reserves.map(({name}, index) => ({value: index, text: name})))] : [],
    draw(figure) {
        const shown = page.shown;
        const part = shown.view.reserves[Number(figure.choices.product ?? 0)];
        const bands = reserveBands(shown, part);
        const seen = bands.filter(({key}) => !figure.hidden.has(key));
        const required = valuesOf(shown, part.requirement), price = valuesOf(shown, part.price);
        const hasPrice = !isNothing(price);
        const left = Math.max(roomForNumbers(largestOf([...added(shown, bands.map(({values}) => values)), ...required])), hasPrice ? roomForNumbers(largestOf(price)) : 0);
        const upper = {left, top: 26, width: figure.width - left - 10, height: page.isPrinting ? 150 : 200};
        const lower = {...upper, top: upper.top + upper.height + 34, height: page.isPrinting ? 60 : 80};
        const frames = hasPrice ? [upper, lower] : [upper];
        const ink = palette().ink;
        const arePrices = shown.view.zones.some((zone) => zone.price !== undefined);
        return {
            note: arePrices && !hasPrice ? 'Its price is zero throughout.' : '',
            height: frames[frames.length - 1].top + frames[frames.length - 1].height + 40,
            legend: [...bands.map(({key, label, colour, look}) => ({key, label, colour, look})),
                     {key: 'required', label: 'Required', colour: ink, look: 'line', fixed: true}],
            option: optionOf({
                frames, xAxis: frames.map((frame, k) => timeAxis(shown, frame, k, k === frames.length - 1)),
                yAxis: frames.map((_, k) => k === 0 ? valueAxis(0, {divisor: 1, unit: 'MW'}, {min: 0})
                                                    : valueAxis(1, {divisor: 1, unit: `${run.currency}/MW per h`}, {splitNumber: 2, nameTextStyle: {
                                                          color: palette().faint, fontSize: 11, align: 'left', padding: [0, 0, 0, 6 - left]}})),
                series: [...stackSeries(shown, seen, {stack: 'reserve'}), ...stepLine(shown, required, {colour: ink, width: 1.6}),
                         ...(hasPrice ? stepLine(shown, price, {axis: 1, colour: categoryColour(0), width: 1.6}) : [])],
            }),
            read: timeReader(shown, frames, (cell) => [
                ...[...seen].reverse().filter(({values}) => values[cell] >= 0.05).map(({colour, look, label, values}) => ({colour, look, label, value: powerText(values[cell])})),
                {colour: ink, look: 'line', label: 'Required', value: powerText(required[cell]), isSum: true},
                ...(hasPrice ? [{label: 'Price', value: `${grouped(price[cell], 2)}${hardSpace}${run.currency}/MW`}] : [])]),
        };
    },
};
