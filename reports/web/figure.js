// SPDX-License-Identifier: Apache-2.0
// The life of a chart: laid out at once (so that the page does not jump), painted when it comes into sight,
// laid out again when its width, the colours, the stretch of time or a choice changes, and all painted for paper.
//
// A kind of chart is {usesTime, controls(figure), draw(figure), meanNote(meanOf)?}, where the note is what to say of
// means beyond that they are means; `draw` returns a drawing:
//   height   [px]
//   option   of ECharts
//   legend   entries for `legendOf`, may be missing
//   note     a short text beside the controls, may be missing
//   read     (x, y) -> what to say about that point: {title, rows, box}, or null; see pointer.js

const paperWidth = 680;  // of A4 within the margins of report.css [px]
const page = {stretches: [], shown: null, figures: [], isPrinting: false};

class Figure {
    constructor(element, kind) {
        this.element = element;
        this.kind = kind;
        this.plot = element.matches('.plot, .spark') ? element : element.querySelector('.plot');
        this.words = this.plot.getAttribute('aria-label') ?? '';
        this.controls = element.querySelector('.controls');
        this.choices = {};
        this.hidden = new Set();
        this.isSeen = false;
        this.legend = made('ul', {class: 'legend'});
        if (this.controls) this.controls.after(this.legend);
    }

    get width() { return page.isPrinting ? paperWidth : this.plot.clientWidth; }
    get isNarrow() { return this.width < 560; }

    /** A select of this figure, kept in `choices[key]`; the first option is chosen at first. */
    choice(key, label, options) {
        this.choices[key] ??= String(options[0].value);
        return selectOf(label, options, this.choices[key], (value) => {
            this.choices[key] = value;
            this.update();
        });
    }

    setUpControls() {
        if (!this.controls) return;
        const own = this.kind.controls?.(this) ?? [];
        this.controls.replaceChildren(...own);
        if (this.kind.usesTime && page.stretches.length > 1) this.controls.append(timeSelect());
        this.chosen = made('span', {class: 'chosen'});
        this.note = made('span', {class: 'note'});
        this.controls.append(this.chosen, this.note);
    }

    get meanNote() {
        const {meanOf} = page.shown;
        if (!this.kind.usesTime || !meanOf) return '';
        return this.kind.meanNote?.(meanOf) ?? `Mean of each ${meanOf}.`;
    }

    /** Decides on everything but paints nothing. */
    layOut() {
        this.drawnWidth = this.width;
        this.drawing = this.kind.draw(this);
        this.plot.style.width = page.isPrinting ? `${paperWidth}px` : '';
        this.plot.style.height = `${this.drawing.height}px`;
        this.showLegend();
        if (this.note) this.note.textContent = [this.drawing.note, this.meanNote].filter(Boolean).join(' ');
        const chosen = [...(this.controls?.querySelectorAll('label') ?? [])].map((label) => `${label.firstChild.textContent}: ${label.querySelector('select').selectedOptions[0].textContent}`);
        if (this.chosen) this.chosen.textContent = chosen.join(' · ');
        this.plot.setAttribute('aria-label', chosen.length > 0 ? `${this.words} Shown: ${chosen.join('; ')}.` : this.words);
    }

    showLegend() {
        const entries = this.drawing.legend ?? [];
        const at = [...this.legend.children].findIndex((item) => item.contains(document.activeElement));
        this.legend.replaceChildren(...legendOf(entries, this.hidden, (key) => {
            if (!this.hidden.delete(key)) this.hidden.add(key);
            this.update();
        }));
        if (at >= 0) this.legend.children[at]?.querySelector('button')?.focus();
    }

    paint() {
        this.isSeen = true;
        const {option, height} = this.drawing;
        if (!this.instance) {
            this.instance = echarts.init(this.plot, null, {renderer: 'svg', width: this.drawnWidth, height});
            followPointer(this);
        } else {
            this.instance.resize({width: this.drawnWidth, height});
        }
        this.instance.setOption({animation: false, useUTC: true, backgroundColor: 'transparent', ...option}, {notMerge: true, silent: true});
        this.instance.getZr().flush();
    }

    update() {
        try {
            this.layOut();
            if (this.isSeen) this.paint();
        } catch (error) {
            this.plot.textContent = 'This chart could not be drawn; its numbers are in the tables and CSV files.';
            console.error(error);
        }
    }
}

/** One choice of time for the whole page: changing it here changes it in every chart. */
function timeSelect() {
    const options = page.stretches.map(({title}, index) => ({value: index, text: title}));
    const label = selectOf('Time', options, page.stretches.indexOf(page.shown), (value) => {
        page.shown = page.stretches[Number(value)];
        for (const select of document.querySelectorAll('select.time')) select.value = value;
        for (const figure of page.figures) if (figure.kind.usesTime) figure.update();
    });
    label.querySelector('select').classList.add('time');
    return label;
}

function paintWhenSeen(figures) {
    const byElement = new Map(figures.map((figure) => [figure.plot, figure]));
    const observer = new IntersectionObserver((entries) => {
        for (const entry of entries) {
            if (!entry.isIntersecting) continue;
            observer.unobserve(entry.target);
            const figure = byElement.get(entry.target);
            if (!figure.isSeen) paintNow(figure);
        }
    }, {rootMargin: '600px 0px'});
    for (const figure of figures) observer.observe(figure.plot);
}

function paintNow(figure) {
    figure.isSeen = true;
    figure.update();
}

function followWidth(figures) {
    const byElement = new Map(figures.map((figure) => [figure.plot, figure]));
    const observer = new ResizeObserver((entries) => {
        if (page.isPrinting) return;
        for (const {target} of entries) {
            const figure = byElement.get(target);
            if (target.clientWidth > 0 && target.clientWidth !== figure.drawnWidth) figure.update();
        }
    });
    for (const figure of figures) observer.observe(figure.plot);
}

/** Paper: every chart, at the width of the sheet and in light colours; then back to the screen. */
function followPrinting() {
    let theme;
    const set = (isPrinting) => {
        if (page.isPrinting === isPrinting) return;
        page.isPrinting = isPrinting;
        if (isPrinting) {
            theme = root.dataset.theme;
            root.dataset.theme = 'light';
        } else if (theme) root.dataset.theme = theme;
        else delete root.dataset.theme;
        for (const figure of page.figures) isPrinting ? paintNow(figure) : figure.update();
    };
    const media = window.matchMedia('print');
    media.addEventListener('change', (event) => set(event.matches));
    window.addEventListener('beforeprint', () => set(true));
    window.addEventListener('afterprint', () => set(false));
    set(media.matches);
}
