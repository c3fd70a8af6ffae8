// SPDX-License-Identifier: Apache-2.0
// Times of the case's clock: minutes since 1970, read as UTC so that the reader's own zone never shifts them.

const dayMinutes = 1440;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const milliseconds = (minutes) => minutes * 60000;
const civil = (minutes) => new Date(milliseconds(minutes));
const midnightAfter = (minutes) => Math.ceil(minutes / dayMinutes) * dayMinutes;
const midnightBefore = (minutes) => Math.floor(minutes / dayMinutes) * dayMinutes;

const weekdayText = (minutes) => weekdays[civil(minutes).getUTCDay()];
const shortDate = (minutes) => `${civil(minutes).getUTCDate()} ${months[civil(minutes).getUTCMonth()]}`;
const dayText = (minutes) => `${weekdayText(minutes)} ${shortDate(minutes)}`;
const clockText = (minutes) => civil(minutes).toISOString().slice(11, 16);

/** "Mon 13 Jan, 06:00–07:00"; "23:00–24:00" at the end of a day; days by their dates alone. */
function spanText(from, to) {
    const last = midnightBefore(to - 1);
    if (midnightBefore(from) === from && midnightAfter(to) === to)
        return last === from ? dayText(from) : `${dayText(from)} – ${dayText(last)}`;
    const end = to === last + dayMinutes ? '24:00' : clockText(to);
    const start = `${dayText(from)}, ${clockText(from)}`;
    return last === midnightBefore(from) ? `${start}–${end}` : `${start} – ${dayText(last)}, ${end}`;
}

/** Ticks and labels [minutes] of a time axis `width` pixels wide: hours, days, weeks or months. */
function timeTicks(from, to, width) {
    const dayWidth = (width * dayMinutes) / (to - from);
    if (to - from <= 2.5 * dayMinutes) return hourTicks(from, to, dayWidth);
    if (dayWidth >= 32) return dayTicks(from, to, dayWidth);
    if (to - from > 75 * dayMinutes) return monthTicks(from, to, dayWidth);
    const days = [2, 3, 4, 7, 14, 28].find((count) => count * dayWidth >= 46) ?? 28;
    const ticks = [];
    for (let at = midnightAfter(from); at <= to; at += days * dayMinutes) ticks.push(at);
    return {ticks, labels: ticks.map((at) => ({at, text: shortDate(at)}))};
}

function hourTicks(from, to, dayWidth) {
    const hours = [1, 2, 3, 4, 6, 12].find((count) => (count * dayWidth) / 24 >= 44) ?? 24;
    const ticks = [];
    for (let at = Math.ceil(from / (hours * 60)) * hours * 60; at <= to; at += hours * 60) ticks.push(at);
    const roomToMidnight = (at) => ((midnightAfter(at) - at) / dayMinutes) * dayWidth;
    const namesDay = (at, index) => at % dayMinutes === 0 ? at < to : index === 0 && roomToMidnight(at) > 70;
    // The label at the very end stands left of its tick (axes.js), where there is room.
    const hasRoomAtEnd = (hours * dayWidth) / 24 >= 60;
    const labels = ticks.filter((at) => at < to || hasRoomAtEnd).map((at, index) => ({at, text: clockText(at) + (namesDay(at, index) ? `\n${dayText(at)}` : '')}));
    return {ticks, labels};
}

/** Names stand below the middle of their days, as in a calendar. */
function dayTicks(from, to, dayWidth) {
    const ticks = [], labels = [];
    for (let at = midnightBefore(from); at < to; at += dayMinutes) {
        if (at >= from) ticks.push(at);
        const middle = at + dayMinutes / 2;
        if (middle < from || middle > to) continue;
        const date = dayWidth >= 42 || labels.length === 0 ? shortDate(at) : String(civil(at).getUTCDate());
        labels.push({at: middle, text: `${weekdayText(at)}\n${date}`});
    }
    return {ticks, labels};
}

function monthTicks(from, to, dayWidth) {
    const every = [1, 2, 3, 6].find((count) => count * 30 * dayWidth >= 30) ?? 12;
    const start = civil(from);
    const firstOf = (month) => Date.UTC(start.getUTCFullYear(), month, 1) / 60000;
    const ticks = [], labels = [];
    for (let month = start.getUTCMonth(); firstOf(month) < to; month += every) {
        const at = firstOf(month), end = Math.min(firstOf(month + every), to);
        if (at >= from) ticks.push(at);
        const middle = (Math.max(at, from) + end) / 2;
        if (end - Math.max(at, from) < 10 * dayMinutes) continue;
        const year = labels.length === 0 || month % 12 === 0 ? `\n${civil(at).getUTCFullYear()}` : '';
        labels.push({at: middle, text: months[month % 12] + year});
    }
    return {ticks, labels};
}
