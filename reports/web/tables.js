// SPDX-License-Identifier: Apache-2.0
// Tables that sort by any column and, where they are long, show only the rows that are asked for.

const longTable = 20;  // rows from which a table gets a filter of its own
const byText = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/** What a cell sorts by: its exact number, else its text; null when it is empty. */
function cellKey(row, column) {
    const cell = row.cells[column];
    if (cell.dataset.value !== undefined) return Number(cell.dataset.value);
    const text = cell.textContent.trim();
    return text === '' ? null : text;
}

/** Empty cells come last in either direction; equal ones keep their order. */
function sortRows(table, column, direction) {
    const body = table.tBodies[0];
    const keyed = [...body.rows].map((row) => ({row, key: cellKey(row, column)}));
    keyed.sort((a, b) => {
        if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
        if (typeof a.key === 'number' && typeof b.key === 'number') return direction * (a.key - b.key);
        return direction * byText.compare(String(a.key), String(b.key));
    });
    body.append(...keyed.map(({row}) => row));
}

/** Numbers sort from the largest first, words from A; a second press turns round. */
function makeSortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
        if (!head.hasAttribute('data-sortable')) return;
        const button = made('button', {type: 'button'});
        button.append(...head.childNodes);
        head.append(button);
        head.addEventListener('click', () => {
            const first = head.classList.contains('number') ? 'descending' : 'ascending';
            const turned = first === 'descending' ? 'ascending' : 'descending';
            const next = head.getAttribute('aria-sort') === first ? turned : first;
            for (const each of heads) each.removeAttribute('aria-sort');
            head.setAttribute('aria-sort', next);
            sortRows(table, column, next === 'ascending' ? 1 : -1);
        });
    });
}

/** Selects for columns of few different words. */
function wordSelects(table, refresh) {
    const heads = [...(table.tHead?.rows[0].cells ?? [])];
    return ['technology', 'zone', 'sector'].flatMap((key) => {
        const column = heads.findIndex((head) => head.dataset.key === key);
        if (column <= 0) return [];
        const words = [...new Set([...table.tBodies[0].rows].map((row) => row.cells[column].textContent))].sort(byText.compare);
        if (words.length < 2 || words.length > 40) return [];
        const title = heads[column].textContent;
        const control = {column, chosen: ''};
        control.element = selectOf(title, [{value: '', text: 'all'}, ...words.map((word) => ({value: word, text: word}))], '', (value) => {
            control.chosen = value;
            refresh();
        });
        return [control];
    });
}

/** Fills `place` with a search box, selects and a count that govern the rows of `table`. */
function addFilter(place, table) {
    const rows = [...table.tBodies[0].rows];
    const name = table.caption?.textContent ?? 'table';
    const search = made('input', {type: 'search', placeholder: 'Any words', 'aria-label': `Show rows with these words: ${name}`});
    const count = made('span', {class: 'note', role: 'status'});
    const refresh = () => {
        const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        let visible = 0;
        for (const row of rows) {
            const text = row.textContent.toLowerCase();
            const fits = words.every((word) => text.includes(word)) &&
                         selects.every(({column, chosen}) => chosen === '' || row.cells[column].textContent === chosen);
            row.hidden = !fits;
            visible += fits ? 1 : 0;
        }
        count.textContent = visible === rows.length ? `${rows.length} rows` : `${visible} of ${rows.length} rows`;
    };
    const selects = wordSelects(table, refresh);
    search.addEventListener('input', refresh);
    place.replaceChildren(made('label', {}, 'Filter', search), ...selects.map(({element}) => element), count);
    refresh();
}

function setUpTables() {
    for (const table of document.querySelectorAll('table.sortable')) makeSortable(table);
    for (const place of document.querySelectorAll('.filter[data-filters]')) {
        const table = document.getElementById(place.dataset.filters);
        if (table) addFilter(place, table);
    }
    for (const table of document.querySelectorAll('.table > table')) {
        const hasFilter = document.querySelector(`.filter[data-filters="${CSS.escape(table.id)}"]`);
        if (hasFilter || !table.tHead || table.tBodies[0].rows.length < longTable) continue;
        const place = made('p', {class: 'filter', 'data-filters': table.id});
        table.parentElement.before(place);
        addFilter(place, table);
    }
}
