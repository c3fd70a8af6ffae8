// SPDX-License-Identifier: Apache-2.0
// Numbers for people, as reports/number_text.cpp writes them: thin spaces between thousands, a true minus
// sign, about three significant digits, a unit of fitting size.
//
// cmake/embed.cmake joins the files of this folder into one module, so they share names and strict mode.

const thinSpace = '\u202f';
const hardSpace = '\u00a0';

function grouped(value, decimals = 0) {
    if (!Number.isFinite(value)) return '\u2013';
    const [whole, part] = Math.abs(value).toFixed(decimals).split('.');
    const digits = whole.replace(/\B(?=(\d{3})+$)/g, thinSpace) + (part ? `.${part}` : '');
    return value < 0 && /[1-9]/.test(digits) ? `\u2212${digits}` : digits;
}

function fittingDecimals(value) {
    const size = Math.abs(value);
    if (!(size > 0) || size >= 100) return 0;
    if (size >= 10) return 1;
    if (size >= 1) return 2;
    return size >= 0.1 ? 3 : 4;
}

const unitSizes = {
    MW: [[0, 1, 'MW'], [1e6, 1e3, 'GW']],
    MWh: [[0, 1, 'MWh'], [1e4, 1e3, 'GWh'], [1e7, 1e6, 'TWh']],
    tCO2: [[0, 1, 'tCO2'], [1e4, 1e3, 'ktCO2'], [1e7, 1e6, 'MtCO2']],
    money: [[0, 1, ''], [1e5, 1e3, 'thousand'], [1e6, 1e6, 'million'], [1e9, 1e9, 'billion']],
};

/** A unit of fitting size: value / divisor is shown with `unit`. */
function scaleFor(unit, largest) {
    let scale = {divisor: 1, unit};
    for (const [from, divisor, name] of unitSizes[unit] ?? [])
        if (Math.abs(largest) >= from) scale = {divisor, unit: name};
    return scale;
}

/** "1 812 GWh", "3.20 MW". */
function quantityText(value, unit) {
    const scale = scaleFor(unit, value);
    const shown = value / scale.divisor;
    return `${grouped(shown, fittingDecimals(shown))}${hardSpace}${scale.unit}`;
}

/** "PKR 12.3 billion". */
function moneyText(value) {
    const scale = scaleFor('money', value);
    const shown = value / scale.divisor;
    const number = `${run.currency}${hardSpace}${grouped(shown, fittingDecimals(shown))}`;
    return scale.unit ? `${number}${hardSpace}${scale.unit}` : number;
}

function percentText(share) {
    const percent = Math.abs(share * 100);
    return `${grouped(share * 100, percent >= 20 || percent === 0 ? 0 : percent >= 1 ? 1 : 2)}${thinSpace}%`;
}

/** A number beside an axis, with no more decimals than it has. */
function axisNumber(value) {
    const rounded = Number(value.toPrecision(6));
    const decimals = (String(Math.abs(rounded)).split('.')[1] ?? '').length;
    return grouped(rounded, Math.min(decimals, 6));
}
