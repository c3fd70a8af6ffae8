// SPDX-License-Identifier: Apache-2.0
// What lies under the pointer, in numbers. A drawing's `read(x, y)` answers with
//   {title, rows: [{colour?, look?, label, value, isSum?}], box: {left, top, width, height}}
// where the box is what the numbers belong to: a column of the chart, or one cell. Texts stay texts.

function tipOf({title, rows}) {
    const lines = rows.map(({colour, look, label, value, isSum}) => {
        const mark = !colour ? '' : look === 'line' || look === 'dashed' ? lineKey(colour, look === 'dashed') : swatch(colour, look === 'hatched');
        return made('tr', isSum ? {class: 'sum'} : {}, made('td', {}, mark, label), made('td', {class: 'number'}, value));
    });
    return [made('strong', {}, title), made('table', {}, made('tbody', {}, ...lines))];
}

function followPointer(figure) {
    const {plot, instance} = figure;
    const cursor = made('div', {class: 'cursor', 'aria-hidden': 'true'});
    const tip = made('div', {class: 'tip', 'aria-hidden': 'true'});
    plot.append(cursor, tip);
    const hide = () => {
        cursor.style.display = tip.style.display = 'none';
    };
    const show = (x, y) => {
        const found = figure.drawing.read?.(x, y);
        if (!found) return hide();
        for (const side of ['left', 'top', 'width', 'height']) cursor.style[side] = `${found.box[side]}px`;
        cursor.style.display = 'block';
        tip.replaceChildren(...tipOf(found));
        tip.style.display = 'block';
        place(tip, found.box, x, y, plot);
    };
    const zr = instance.getZr();
    zr.on('mousemove', (event) => show(event.offsetX, event.offsetY));
    zr.on('click', (event) => show(event.offsetX, event.offsetY));
    zr.on('globalout', hide);
    document.addEventListener('pointerdown', (event) => {
        if (!plot.contains(event.target)) hide();
    });
    hide();
}

/** Beside the box, on the side with more room, and within the chart where that is possible. */
function place(tip, box, x, y, plot) {
    const width = tip.offsetWidth, height = tip.offsetHeight, gap = 10;
    const right = box.left + box.width + gap;
    const left = x < plot.clientWidth / 2 && right + width <= plot.clientWidth ? right : box.left - gap - width;
    tip.style.left = `${Math.max(0, Math.min(left < 0 ? right : left, plot.clientWidth - width))}px`;
    tip.style.top = `${Math.max(0, Math.min(y - height / 2, plot.clientHeight - height))}px`;
}
